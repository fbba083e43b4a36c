import * as Y from 'yjs';
import { schemas } from './schemas.ts';

/** Letters of ours, by client: from this clock on the newsroom may not have had them. */
export type Unseen = ReadonlyMap<number, number>;

/** One letter of a line as it was before somebody else's change. */
interface Letter {
  sign: string;
  /** Which of all letters this is, and which one it was typed behind: the nearest that is not gone for long. */
  name: string;
  behind: string | undefined;
  /** Where it stands in the line now, if it does. */
  index: number;
  isUnseen: boolean;
  /** Taken away by the change. */
  isGone: boolean;
  marks: Record<string, unknown>;
}

/** The text of a block, or the block itself as long as it is empty. */
type Line = Y.XmlText | Y.XmlElement;

/** A line into which the change has put letters, and where each of these stands. */
interface Copy {
  line: Line;
  signs: string;
  indexes: number[];
}

/** Letters of one look to be put into a line. */
interface Insertion {
  line: Line;
  index: number;
  letters: Letter[];
}

/** What is done about a line: letters that still stand there are taken out, and put in elsewhere. */
interface Move {
  line: Y.XmlText;
  taken: Letter[];
  insertions: Insertion[];
}

/**
 * Puts letters where the words went among which they were written. Who splits or joins lines, turns a block into another
 * or moves it has the words copied and the old ones taken away: letters that were on their way meanwhile are in no copy,
 * and would stay behind in the wrong line or go with the old one.
 *
 * Only where it is certain: what was copied is exactly what stood there, but for the letters that nobody had seen; or the
 * whole line is gone and the block that bears its id is another one now.
 * @param unseen tells whose letters: each page sees to its own, or they would be put there twice
 * @returns what ends it
 */
export function keepUnseenLetters(ydoc: Y.Doc, unseen: () => Unseen): () => void {
  const look = (transaction: Y.Transaction) => {
    if (transaction.local || transaction.deleteSet.clients.size === 0) return;
    const lines = linesWithUnseen(ydoc, unseen());
    if (lines.size === 0) return;
    const copies = copiesIn(transaction);
    const moves = [...lines].flatMap((line) => moveOf(line, copies, transaction, unseen()) ?? []);
    if (moves.length > 0) ydoc.transact(() => moves.forEach(carryOut), keepUnseenLetters);
  };
  // before anybody is told, so that what is drawn next is whole
  ydoc.on('beforeObserverCalls', look);
  return () => ydoc.off('beforeObserverCalls', look);
}

/** The lines that hold letters which may not have been seen. */
function linesWithUnseen(ydoc: Y.Doc, unseen: Unseen): Set<Y.XmlText> {
  const lines = new Set<Y.XmlText>();
  for (const [client, from] of unseen)
    for (const item of itemsFrom(ydoc, client, from))
      if (item.content instanceof Y.ContentString && item.parent instanceof Y.XmlText) lines.add(item.parent);
  return lines;
}

function* itemsFrom(ydoc: Y.Doc, client: number, from: number): Generator<Y.Item> {
  const structs = ydoc.store.clients.get(client) ?? [];
  for (let index = structs.length - 1; index >= 0; index--) {
    const struct = structs[index];
    if (!struct || struct.id.clock + struct.length <= from) return;
    if (struct instanceof Y.Item) yield struct;
  }
}

/** What the change has written, line by line. */
function copiesIn(transaction: Y.Transaction): Copy[] {
  const isNew = ({ id }: Y.Item) => id.clock >= (transaction.beforeState.get(id.client) ?? 0);
  const lines = new Set<Y.XmlText>();
  for (const [client, clock] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0;
    if (clock === before) continue;
    for (const item of itemsFrom(transaction.doc, client, before))
      if (!item.deleted && item.content instanceof Y.ContentString && item.parent instanceof Y.XmlText)
        lines.add(item.parent);
  }
  return [...lines].map((line) => {
    const copy: Copy = { line, signs: '', indexes: [] };
    let index = 0;
    for (let item = line._start; item; item = item.right) {
      if (item.deleted || !item.countable) continue;
      if (isNew(item) && item.content instanceof Y.ContentString)
        for (const at of item.content.str.split('').keys()) {
          copy.signs += item.content.str[at] ?? '';
          copy.indexes.push(index + at);
        }
      index += item.length;
    }
    return copy;
  });
}

/** What is done about the unseen letters of a line; null where they can stay. */
function moveOf(
  line: Y.XmlText,
  copies: readonly Copy[],
  transaction: Y.Transaction,
  unseen: Unseen,
): Move | null {
  const isGone = line._item?.deleted === true;
  const all = lettersOf(line, transaction, unseen);
  const letters = isGone ? all : copiedPart(all);
  if (!letters.some(({ isUnseen }) => isUnseen)) return null;
  const taken = letters.filter((letter) => !letter.isGone);
  for (const copy of copies) {
    const found = copy.line === line ? null : alignment(letters, copy.signs);
    if (found?.isExact) return { line, taken, insertions: insertionsFor(letters, copy, found.places) };
  }
  const heir = isGone ? heirOf(line, copies, transaction) : null;
  const found = heir && alignment(letters, heir.signs);
  return found ? { line, taken, insertions: insertionsFor(letters, heir, found.places) } : null;
}

/** What bears the id of the block that a line was in, if the change has made it. */
function heirOf(
  line: Y.XmlText,
  copies: readonly Copy[],
  { afterState, beforeState, doc }: Y.Transaction,
): Copy | null {
  const id = blockIdOf(line);
  if (id === null) return null;
  const copy = copies.find((one) => blockIdOf(one.line) === id);
  if (copy) return copy;
  for (const client of afterState.keys())
    for (const { content, deleted } of itemsFrom(doc, client, beforeState.get(client) ?? 0)) {
      const block = content instanceof Y.ContentType && !deleted ? content.type : null;
      if (!(block instanceof Y.XmlElement) || block.getAttribute('id') !== id) continue;
      if (schemas.body.nodes[block.nodeName]?.isTextblock && block.length === 0)
        return { line: block, signs: '', indexes: [] };
    }
  return null;
}

/**
 * The part of a line that was taken from it in one piece, with the unseen letters within it and those that were typed on
 * from its end.
 */
function copiedPart(letters: readonly Letter[]): readonly Letter[] {
  const isSeen = (wanted: boolean) => (letter: Letter) => !letter.isUnseen && letter.isGone === wanted;
  const [first, last] = [letters.findIndex(isSeen(true)), letters.findLastIndex(isSeen(true))];
  if (first < 0 || letters.slice(first, last).some(isSeen(false))) return [];
  const names = new Set(letters.slice(first, last + 1).map(({ name }) => name));
  let end = last + 1;
  for (let next = letters[end]; next?.isUnseen && names.has(next.behind ?? ''); next = letters[++end])
    names.add(next.name);
  return letters.slice(first, end);
}

/** The letters of a line before the change, with those of it that the change has taken. */
function lettersOf(line: Y.XmlText, { deleteSet, beforeState }: Y.Transaction, unseen: Unseen): Letter[] {
  const letters: Letter[] = [];
  // of every letter that ever was in the line, itself or the nearest before it that is not gone for long
  const standing = new Map<string, string | undefined>();
  let marks: Record<string, unknown> = {};
  let index = 0;
  for (let item = line._start; item; item = item.right) {
    const { content, deleted } = item;
    const { client, clock } = item.id;
    const isGone = deleted && Y.isDeleted(deleteSet, item.id);
    const wasThere = clock < (beforeState.get(client) ?? 0) && (!deleted || isGone);
    if (wasThere && content instanceof Y.ContentFormat) marks = { ...marks, [content.key]: content.value };
    const from = unseen.get(client) ?? Infinity;
    for (let at = 0; at < item.length; at++) {
      const name = nameOf(client, clock + at);
      const origin =
        at > 0
          ? nameOf(client, clock + at - 1)
          : item.origin && nameOf(item.origin.client, item.origin.clock);
      const behind = origin === null ? undefined : standing.get(origin);
      standing.set(name, wasThere && item.countable ? name : behind);
      if (!wasThere || !(content instanceof Y.ContentString)) continue;
      const sign = content.str[at] ?? '';
      letters.push({ sign, name, behind, index: index + at, isUnseen: clock + at >= from, isGone, marks });
    }
    if (!deleted && item.countable) index += item.length;
  }
  return letters;
}

const nameOf = (client: number, clock: number): string => `${client} ${clock}`;

/** More work than this is not done for the few letters that it is about. */
const mostWork = 4_000_000;

/**
 * Finds the letters in a copy, as many as possible in their order; unseen ones rather not, for they are in none as a rule.
 * @returns for each letter where it is in the copy, or where it would be put; exact if all that was seen is there and
 * nothing else. Null if both are too long.
 */
function alignment(
  letters: readonly Letter[],
  signs: string,
): { places: { at: number; isThere: boolean }[]; isExact: boolean } | null {
  const width = signs.length + 1;
  if (letters.length * width > mostWork) return null;
  // how many letters from one on can be found in the copy from a sign on
  const most = new Uint16Array((letters.length + 1) * width);
  const best = (letter: number, sign: number) => most[letter * width + sign] ?? 0;
  for (let letter = letters.length - 1; letter >= 0; letter--)
    for (let sign = signs.length - 1; sign >= 0; sign--)
      most[letter * width + sign] = Math.max(
        best(letter + 1, sign),
        best(letter, sign + 1),
        letters[letter]?.sign === signs[sign] ? best(letter + 1, sign + 1) + 1 : 0,
      );
  const places: { at: number; isThere: boolean }[] = [];
  let sign = 0;
  let missed = 0;
  for (const [at, { sign: wanted, isUnseen }] of letters.entries()) {
    const score = best(at, sign);
    let to = sign;
    const isAt = (place: number) => signs[place] === wanted && best(at + 1, place + 1) + 1 === score;
    if (best(at + 1, sign) < score || !isUnseen)
      while (to < signs.length && !isAt(to) && best(at, to + 1) === score) to++;
    const isThere = to < signs.length && isAt(to) && !(isUnseen && best(at + 1, sign) === score);
    if (!isThere && !isUnseen) missed++;
    if (isThere) missed += to - sign;
    places.push({ at: isThere ? to : sign, isThere });
    if (isThere) sign = to + 1;
  }
  return { places, isExact: signs.length > 0 && missed === 0 && sign === signs.length };
}

/** The runs of unseen letters that a copy lacks, and where they go in it. */
function insertionsFor(
  letters: readonly Letter[],
  { line, indexes }: Copy,
  places: readonly { at: number; isThere: boolean }[],
): Insertion[] {
  const insertions: Insertion[] = [];
  for (const [number, letter] of letters.entries()) {
    const place = places[number];
    if (!letter.isUnseen || !place || place.isThere) continue;
    const index = (indexes[place.at - 1] ?? (indexes[0] ?? 0) - 1) + 1;
    const last = insertions.at(-1);
    if (last?.index === index && last.letters[0]?.marks === letter.marks) last.letters.push(letter);
    else insertions.push({ line, index, letters: [letter] });
  }
  return insertions;
}

/** The id of the block that a line stands in, which is gone itself or not. */
function blockIdOf(line: Line): string | null {
  for (let parent = line.parent; parent instanceof Y.XmlElement; parent = parent.parent) {
    const content = parent._map.get('id')?.content;
    const id: unknown = content instanceof Y.ContentAny ? content.arr[0] : null;
    if (typeof id === 'string') return id;
  }
  return null;
}

function carryOut({ line, taken, insertions }: Move): void {
  for (const { line: into, index, letters } of insertions.toReversed()) {
    const text = into instanceof Y.XmlText ? into : begun(into);
    forgetPlaces(text);
    text.insert(index, letters.map(({ sign }) => sign).join(''), { ...letters[0]?.marks });
  }
  forgetPlaces(line);
  for (const { index } of taken.toReversed()) line.delete(index, 1);
}

/** The text of a block that has none yet. */
function begun(block: Y.XmlElement): Y.XmlText {
  const first = block.firstChild;
  if (first instanceof Y.XmlText) return first;
  const text = new Y.XmlText();
  block.insert(0, [text]);
  return text;
}

/** Yjs remembers places for speed, and forgets those that are no longer so only when it tells of a change. */
const forgetPlaces = (line: Y.XmlText) => line._searchMarker?.splice(0);
