import * as Y from 'yjs';
import { idIn } from './copied-lines.ts';
import { lettersOf, type Change, type Letter, type UnseenRun } from './letters-of-line.ts';

/** Letters that were left in a line when it was written over, and where in the other line they go. */
export interface LeftRun extends Pick<UnseenRun, 'letters'> {
  index: number;
}

/** The id that the block of a line had before the change gave it another: so it was made into another block. */
export function idWrittenOver({ parent }: Y.XmlText, { changed }: Change): string | null {
  if (!(parent instanceof Y.XmlElement)) return null;
  const change = [...changed].find(([type]) => Object.is(type, parent));
  return change?.[1].has('id') ? idIn(parent._map.get('id')?.left) : null;
}

/** More work than this is not done for the few letters that it is about. */
const mostWork = 2_000_000;

/**
 * Of two blocks that change places y-tiptap writes the words of each over those of the other, and leaves what both begin
 * or end with. What stood in the old line and is not in the new one, though all that was written there is, was not seen.
 */
export function leftInWrittenOver(line: Y.XmlText, other: Y.XmlText, change: Change): LeftRun[] {
  const before = lettersOf(line, change);
  const now = lettersNow(other, change);
  if (before.length * now.length > mostWork) return [];
  const places = longestCommon(before, now);
  const found = new Set(places);
  if (now.some(({ isNew }, at) => isNew && !found.has(at))) return [];
  const runs: LeftRun[] = [];
  let index = now[0]?.index ?? 0;
  let isOn = false;
  for (const [number, letter] of before.entries()) {
    const place = places[number] ?? null;
    const isLeft = place === null && !letter.isGone;
    const last = isOn ? runs.at(-1) : undefined;
    if (place !== null) index = (now[place]?.index ?? 0) + 1;
    if (isLeft && last?.letters[0]?.marks === letter.marks) last.letters.push(letter);
    else if (isLeft) runs.push({ letters: [letter], index });
    isOn = isLeft;
  }
  return runs;
}

interface LetterNow {
  sign: string;
  index: number;
  isNew: boolean;
}

function lettersNow(line: Y.XmlText, { beforeState }: Change): LetterNow[] {
  const letters: LetterNow[] = [];
  let index = 0;
  for (let item = line._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const { content, id } = item;
    const isNew = id.clock >= (beforeState.get(id.client) ?? 0);
    if (content instanceof Y.ContentString)
      for (let at = 0; at < content.str.length; at++)
        letters.push({ sign: content.str.charAt(at), index: index + at, isNew });
    index += item.length;
  }
  return letters;
}

/** @returns for each letter before which one of those now it is, as many as possible in their order, rather gone ones */
function longestCommon(before: readonly Letter[], now: readonly LetterNow[]): (number | null)[] {
  const width = now.length + 1;
  // how many can be found from one on in those from another on
  const most = new Uint16Array((before.length + 1) * width);
  const best = (one: number, other: number) => most[one * width + other] ?? 0;
  for (let one = before.length - 1; one >= 0; one--)
    for (let other = now.length - 1; other >= 0; other--)
      most[one * width + other] =
        before[one]?.sign === now[other]?.sign
          ? Math.max(
              best(one + 1, other + 1) + (before[one]?.isGone ? 2 : 1),
              best(one + 1, other),
              best(one, other + 1),
            )
          : Math.max(best(one + 1, other), best(one, other + 1));
  let other = 0;
  return before.map(({ isGone, sign }, one) => {
    const score = best(one, other);
    if (score === best(one + 1, other)) return null;
    while (best(one, other + 1) === score) other++;
    const isFound = now[other]?.sign === sign && score === best(one + 1, other + 1) + (isGone ? 2 : 1);
    return isFound ? other++ : null;
  });
}
