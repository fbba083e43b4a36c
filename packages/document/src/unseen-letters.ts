import * as Y from 'yjs';
import { blockAgain } from './block-again.ts';
import {
  blockIdOf,
  copiesIn,
  emptyBlock,
  linesGoneWithLetters,
  linesWithLess,
  type Copy,
} from './copied-lines.ts';
import {
  bestPlace,
  lettersOf,
  unseenRuns,
  type Change,
  type Letter,
  type UnseenRun,
} from './letters-of-line.ts';
import { idWrittenOver, leftInWrittenOver } from './written-over.ts';

export { letterName } from './letters-of-line.ts';

interface Place {
  type: Y.XmlText;
  index: number;
}

/** What is done about letters: they are taken out where they still stand, and put in where they belong. */
export interface UnseenMove {
  signs: string;
  /** Which letters these are. */
  names: string[];
  marks: Record<string, unknown>;
  taken: Y.RelativePosition[];
  place: (ydoc: Y.Doc) => Place | null;
}

/**
 * Finds letters that a change has left behind because whoever made it had not seen them. Who splits or joins lines, turns
 * a block into another or moves it has the words copied and the old ones taken away: letters that others wrote meanwhile
 * are in no copy, and would stay in the wrong line or go with the old one.
 *
 * A letter that goes though the change does not name it among its deletions went with its line, unseen. One that stays
 * among letters of which all others were copied was not seen either.
 * @param transaction the change, as it has just been applied to a document that has the letters: before Yjs tidies up
 * @param bytes the same change as its maker sent it
 * @returns what puts the letters where their words went, for `carryOut`
 */
export function unseenMoves(transaction: Y.Transaction, bytes: Uint8Array): UnseenMove[] {
  const { beforeState, changed, deleteSet, doc } = transaction;
  if (deleteSet.clients.size === 0 || beforeState.size === 0) return [];
  const change: Change = {
    doc,
    beforeState,
    changed,
    gone: Y.mergeDeleteSets([deleteSet]),
    known: Y.decodeUpdate(bytes).ds,
  };
  const copies = copiesIn(change);
  const left = copies.length > 0 ? linesWithLess(change) : [];
  return [
    ...[...linesGoneWithLetters(change)].flatMap((line) => movesFromGone(line, copies, change)),
    ...left.flatMap((line) => movesFromLeft(line, copies, change)),
  ];
}

/**
 * Applies a change of somebody else's, and in the same step puts letters right that it has left behind. What that comes
 * to is told like an edit of this document's own, with `carryOut` as its origin.
 * @returns the letters that were put right, by their `letterName`
 */
export function applyWithUnseen(ydoc: Y.Doc, bytes: Uint8Array, origin: unknown): string[] {
  const names: string[] = [];
  const work = (transaction: Y.Transaction) => {
    Y.applyUpdate(ydoc, bytes, origin);
    const moves = unseenMoves(transaction, bytes);
    if (moves.length === 0) return;
    const before = Y.encodeStateVector(ydoc);
    ydoc.once('update', (update: Uint8Array) =>
      ydoc.emit('update', [Y.diffUpdate(update, before), carryOut, ydoc, transaction]),
    );
    carryOut(ydoc, moves);
    names.push(...moves.flatMap((move) => move.names));
    // or Yjs takes what was put in for somebody else's, who bears the same number
    transaction.local = true;
  };
  Y.transact(ydoc, work, origin, false);
  return names;
}

/** Puts the letters of `unseenMoves` where they belong, in one transaction of the document they were found in. */
export function carryOut(ydoc: Y.Doc, moves: readonly UnseenMove[]): void {
  ydoc.transact(() => {
    // what goes to one place is put in from its end
    for (const move of moves.toReversed()) {
      const place = move.place(ydoc);
      place?.type.insert(place.index, move.signs, { ...move.marks });
    }
    for (const position of moves.flatMap(({ taken }) => taken)) {
      const place = placeIn(ydoc, position);
      place?.type.delete(place.index, 1);
    }
  }, carryOut);
}

/** So many letters of a line are no accident in another; of a shorter line it must be all. */
const enough = 5;

/** More letters than this are not looked at for the few that it is about. */
const mostWork = 2_000_000;

/**
 * Of a line that is gone: to where the words around the letters stand now, to the block that bears its id, or, if there
 * were no other words in it, to the same line made again.
 */
function movesFromGone(line: Y.XmlText, copies: readonly Copy[], change: Change): UnseenMove[] {
  const letters = lettersOf(line, change);
  const runs = unseenRuns(letters);
  const id = blockIdOf(line);
  const copy =
    copies.find((one) => id !== null && blockIdOf(one.line) === id) ??
    copies.find(({ signs }) => runs.some((run) => hasWordsAround(run, signs)));
  if (!copy) {
    const empty = id === null ? null : emptyBlock(id, change);
    const wasEmpty = letters.every(({ isUnseen }) => isUnseen);
    const block = empty ? () => empty : wasEmpty ? blockAgain(line, change) : null;
    return block ? runs.map((run) => moveOf(run, line, () => ({ type: textOf(block()), index: 0 }))) : [];
  }
  const size = copies.reduce((sum, { signs }) => sum + signs.length, 0);
  const others = size * runs.length > mostWork ? [] : copies;
  return runs.map((run) => {
    let best = { copy, ...bestPlace(run, copy.signs) };
    for (const other of others) {
      const place = bestPlace(run, other.signs);
      if (place.score > best.score) best = { copy: other, ...place };
    }
    return moveTo(run, line, best.copy, best.at);
  });
}

function hasWordsAround({ before, after }: UnseenRun, signs: string): boolean {
  const seen = before + after;
  const length = Math.min(enough, seen.length);
  for (let at = 0; length > 0 && at + length <= seen.length; at++)
    if (signs.includes(seen.slice(at, at + length))) return true;
  return false;
}

/** Of a line of which a part was taken and stands elsewhere now, or which was written over with another block's words. */
function movesFromLeft(line: Y.XmlText, copies: readonly Copy[], change: Change): UnseenMove[] {
  const others = copies.filter((copy) => copy.line !== line);
  const id = idWrittenOver(line, change);
  const heir = others.find((other) => id !== null && blockIdOf(other.line) === id);
  if (heir)
    return leftInWrittenOver(line, heir.line, change).map((run) =>
      moveOf(run, line, placeAt(heir.line, run.index)),
    );
  const all = lettersOf(line, change);
  const part = all
    .filter(({ isGone }) => isGone)
    .map(({ sign }) => sign)
    .join('');
  const copy = others.find(({ signs }) => signs === part);
  if (!copy) return [];
  const runs = unseenRuns(copiedPart(all, isNext(line, copy.line)));
  return runs.map((run) => moveTo(run, line, copy, bestPlace(run, copy.signs).at));
}

/**
 * The part of a line that the change took, with what stands within it. Where the line was split, what was typed on from
 * the part's end belongs to it too; elsewhere that is not certain.
 */
function copiedPart(letters: readonly Letter[], isSplit: boolean): readonly Letter[] {
  const isGone = (letter: Letter) => letter.isGone;
  const [first, last] = [letters.findIndex(isGone), letters.findLastIndex(isGone)];
  if (first < 0) return [];
  let end = last + 1;
  if (isSplit) {
    const names = new Set(letters.slice(first, end).map(({ name }) => name));
    for (let next = letters[end]; next && names.has(next.behind ?? ''); next = letters[++end])
      names.add(next.name);
  }
  return letters.slice(first, end);
}

/** Whether a line is the very next one. */
function isNext(line: Y.XmlText, other: Y.XmlText): boolean {
  let at: unknown = line.parent;
  while (at instanceof Y.XmlElement && !at.nextSibling) at = at.parent;
  let next: unknown = at instanceof Y.XmlElement ? at.nextSibling : null;
  while (next instanceof Y.XmlElement) next = next.firstChild;
  return next === other;
}

function moveTo(run: UnseenRun, from: Y.XmlText, { line, indexes }: Copy, at: number): UnseenMove {
  const index = (indexes[at - 1] ?? (indexes[0] ?? 0) - 1) + 1;
  return moveOf(run, from, placeAt(line, index));
}

function moveOf(
  { letters }: Pick<UnseenRun, 'letters'>,
  from: Y.XmlText,
  place: UnseenMove['place'],
): UnseenMove {
  const standing = letters.filter(({ isGone }) => !isGone);
  return {
    signs: letters.map(({ sign }) => sign).join(''),
    names: letters.map(({ name }) => name),
    marks: letters[0]?.marks ?? {},
    taken: standing.map(({ index }) => Y.createRelativePositionFromTypeIndex(from, index)),
    place,
  };
}

/** The place as it will be when the other letters are put in. */
function placeAt(line: Y.XmlText, index: number): UnseenMove['place'] {
  const position = Y.createRelativePositionFromTypeIndex(line, index, -1);
  return (ydoc) => placeIn(ydoc, position);
}

function placeIn(ydoc: Y.Doc, position: Y.RelativePosition): Place | null {
  const place = Y.createAbsolutePositionFromRelativePosition(position, ydoc);
  if (!(place?.type instanceof Y.XmlText)) return null;
  forgetPlaces(place.type);
  return { type: place.type, index: place.index };
}

function textOf(block: Y.XmlElement): Y.XmlText {
  const first = block.firstChild;
  if (first instanceof Y.XmlText) return first;
  const text = new Y.XmlText();
  block.insert(0, [text]);
  return text;
}

/** Yjs remembers places for speed, and forgets those that are no longer so only when it tells of a change. */
const forgetPlaces = (line: Y.XmlText) => line._searchMarker?.splice(0);
