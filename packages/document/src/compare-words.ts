import { commonEnd, commonStart } from './common-parts.ts';

/** A run of text that both versions have, or one of them. */
export interface ComparedPart {
  text: string;
  change: 'same' | 'added' | 'removed';
}

/** Words, spaces and single signs. */
const pieces = /[\p{L}\p{M}\p{N}]+|\s+|[^]/gu;
/** Beyond so many pieces that differ, the one text is shown in place of the other. */
const mostSteps = 400;

/**
 * What was written instead of what, in whole words, by the shortest way from one text to the other
 * (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
 */
export function compareWords(before: string, after: string): ComparedPart[] {
  if (before === after) return joined([{ text: before, change: 'same' }]);
  const [from, to] = [before.match(pieces) ?? [], after.match(pieces) ?? []];
  const start = commonStart(from, to);
  const end = commonEnd(from, to, start);
  const middle = shortestWay(from.slice(start, from.length - end), to.slice(start, to.length - end));
  return joined(
    readable([...from.slice(0, start).map(same), ...middle, ...from.slice(from.length - end).map(same)]),
  );
}

const same = (text: string): ComparedPart => ({ text, change: 'same' });
const removed = (text: string): ComparedPart => ({ text, change: 'removed' });
const added = (text: string): ComparedPart => ({ text, change: 'added' });

/** Furthest places by diagonal after each step, kept to walk back by. */
function shortestWay(from: readonly string[], to: readonly string[]): ComparedPart[] {
  const most = Math.min(from.length + to.length, mostSteps);
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let step = 0; step <= most; step++) {
    trace.push(new Map(furthest));
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      const [down, right] = [furthest.get(diagonal + 1) ?? -1, furthest.get(diagonal - 1) ?? -1];
      let x = diagonal === -step || (diagonal !== step && right < down) ? down : right + 1;
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1;
      furthest = furthest.set(diagonal, x);
      if (x >= from.length && x - diagonal >= to.length) return walkBack(trace, from, to);
    }
  }
  return [...from.map(removed), ...to.map(added)];
}

function walkBack(
  trace: readonly Map<number, number>[],
  from: readonly string[],
  to: readonly string[],
): ComparedPart[] {
  const parts: ComparedPart[] = [];
  let [x, y] = [from.length, to.length];
  for (let step = trace.length - 1; step >= 0; step--) {
    const furthest = trace[step];
    const diagonal = x - y;
    const [down, right] = [furthest?.get(diagonal + 1) ?? -1, furthest?.get(diagonal - 1) ?? -1];
    const isDown = diagonal === -step || (diagonal !== step && right < down);
    const beforeX = isDown ? down : right;
    const beforeY = beforeX - (isDown ? diagonal + 1 : diagonal - 1);
    for (; x > beforeX && y > beforeY; y -= 1) parts.push(same(from[--x] ?? ''));
    if (step === 0) break;
    parts.push(isDown ? added(to[beforeY] ?? '') : removed(from[beforeX] ?? ''));
    [x, y] = [beforeX, beforeY];
  }
  return parts.reverse();
}

/** A space or sign alone between two changes belongs to them: nobody reads "~~a~~ b ~~c~~ d" word by word. */
function readable(parts: readonly ComparedPart[]): ComparedPart[] {
  return parts.flatMap((part, index) => {
    const isBetween = parts[index - 1]?.change !== 'same' && parts[index + 1]?.change !== 'same';
    const isInside = index > 0 && index < parts.length - 1;
    const isSmall = part.change === 'same' && !/[\p{L}\p{N}]/u.test(part.text);
    return isSmall && isInside && isBetween ? [removed(part.text), added(part.text)] : [part];
  });
}

/** Neighbours of one kind as one part; within a change, what was taken out stands before what came. */
function joined(parts: readonly ComparedPart[]): ComparedPart[] {
  const whole: ComparedPart[] = [];
  let [gone, come] = ['', ''];
  const flush = () => {
    if (gone !== '') whole.push(removed(gone));
    if (come !== '') whole.push(added(come));
    [gone, come] = ['', ''];
  };
  for (const { text, change } of parts) {
    if (change === 'removed') gone += text;
    else if (change === 'added') come += text;
    else {
      flush();
      const last = whole.at(-1);
      if (last?.change === 'same') last.text += text;
      else if (text !== '') whole.push(same(text));
    }
  }
  flush();
  return whole;
}
