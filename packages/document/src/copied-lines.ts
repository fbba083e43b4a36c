import * as Y from 'yjs';
import type { Change } from './letters-of-line.ts';
import { schemas } from './schemas.ts';

/** Letters that somebody has put into a line by a change, and where each of these stands. */
export interface Copy {
  line: Y.XmlText;
  signs: string;
  indexes: number[];
}

/** What the change has written, line by line: all of it, and what each single writer has. */
export function copiesIn({ beforeState, doc }: Change): Copy[] {
  const lines = new Set<Y.XmlText>();
  for (const client of doc.store.clients.keys())
    for (const item of itemsFrom(doc, client, beforeState.get(client) ?? 0))
      if (!item.deleted && isLetters(item)) lines.add(item.parent);
  return [...lines].flatMap((line) => {
    const all: Copy = { line, signs: '', indexes: [] };
    const byClient = new Map<number, Copy>();
    let index = 0;
    for (let item = line._start; item; item = item.right) {
      if (item.deleted || !item.countable) continue;
      const { client, clock } = item.id;
      if (clock >= (beforeState.get(client) ?? 0) && isLetters(item)) {
        const own = byClient.get(client) ?? { line, signs: '', indexes: [] };
        byClient.set(client, own);
        for (const copy of [all, own]) {
          copy.signs += item.content.str;
          for (let at = 0; at < item.length; at++) copy.indexes.push(index + at);
        }
      }
      index += item.length;
    }
    return byClient.size > 1 ? [all, ...byClient.values()] : [all];
  });
}

/** The block that bears an id now and has no text yet, if the change has made it. */
export function emptyBlock(id: string, { beforeState, doc }: Change): Y.XmlElement | null {
  for (const client of doc.store.clients.keys())
    for (const { content, deleted } of itemsFrom(doc, client, beforeState.get(client) ?? 0)) {
      const block = content instanceof Y.ContentType && !deleted ? content.type : null;
      if (!(block instanceof Y.XmlElement) || block.getAttribute('id') !== id) continue;
      if (schemas.body.nodes[block.nodeName]?.isTextblock && block.length === 0) return block;
    }
  return null;
}

/** The lines that the change takes away with letters that its maker did not know of. */
export function linesGoneWithLetters({ doc, gone, known }: Change): Set<Y.XmlText> {
  const lines = new Set<Y.XmlText>();
  for (const [client, ranges] of gone.clients)
    for (const { clock, len } of ranges)
      for (const item of itemsFrom(doc, client, clock)) {
        if (item.id.clock >= clock + len) break;
        if (!isLetters(item) || !item.parent._item?.deleted) continue;
        if (!Y.isDeleted(known, item.id) || !Y.isDeleted(known, item.lastId)) lines.add(item.parent);
      }
  return lines;
}

/** The lines that stay and from which the change takes something. */
export function linesWithLess({ changed, gone }: Change): Y.XmlText[] {
  const lines: Y.XmlText[] = [];
  for (const type of changed.keys()) {
    if (!(type instanceof Y.XmlText) || type._item?.deleted) continue;
    for (let item = type._start; item; item = item.right)
      if (item.deleted && Y.isDeleted(gone, item.id)) {
        lines.push(type);
        break;
      }
  }
  return lines;
}

interface Letters extends Y.Item {
  content: Y.ContentString;
  parent: Y.XmlText;
}

const isLetters = (item: Y.Item): item is Letters =>
  item.content instanceof Y.ContentString && item.parent instanceof Y.XmlText;

function* itemsFrom(ydoc: Y.Doc, client: number, from: number): Generator<Y.Item> {
  const structs = ydoc.store.clients.get(client) ?? [];
  if (structs.length === 0 || from >= Y.getState(ydoc.store, client)) return;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index];
    if (struct instanceof Y.Item) yield struct;
  }
}

/** The id of the block that a line stands in, which is gone itself or not. */
export function blockIdOf(line: Y.XmlText): string | null {
  for (let at: unknown = line.parent; at instanceof Y.XmlElement; at = at.parent) {
    const id = idIn(at._map.get('id'));
    if (id !== null) return id;
  }
  return null;
}

/** The id that an item of a block's attributes holds, whether it still stands or not. */
export function idIn(item: Y.Item | null | undefined): string | null {
  const id: unknown = item?.content instanceof Y.ContentAny ? item.content.arr[0] : null;
  return typeof id === 'string' ? id : null;
}
