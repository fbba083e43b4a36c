import type { ComparedPart } from './compare-words.ts';

/** Text that carries the same emphasis, links and languages throughout. */
export interface MarkedRun {
  length: number;
  /** '' for none. */
  marks: string;
}

/** Whether any of the words that both versions have carry other marks than before. */
export function areMarkedOtherwise(
  before: readonly MarkedRun[],
  after: readonly MarkedRun[],
  parts: readonly ComparedPart[],
): boolean {
  if ([...before, ...after].every(({ marks }) => marks === '')) return false;
  const [was, is] = [before, after].map(ofEachLetter) as [string[], string[]];
  let [from, to] = [0, 0];
  for (const { text, change } of parts) {
    for (let at = 0; change === 'same' && at < text.length; at++)
      if (was[from + at] !== is[to + at]) return true;
    if (change !== 'added') from += text.length;
    if (change !== 'removed') to += text.length;
  }
  return false;
}

const ofEachLetter = (runs: readonly MarkedRun[]): string[] =>
  runs.flatMap(({ length, marks }) => Array.from({ length }, () => marks));
