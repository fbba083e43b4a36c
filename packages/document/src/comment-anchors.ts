import type { Fragment } from '@broadsheet/types';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { schemas } from './schemas.ts';

/** The parts of an article in which text can be commented on; the headline is plain text. */
export type CommentedField = Exclude<Fragment, 'headline'>;
const commentedFields = ['standfirst', 'body'] as const satisfies CommentedField[];

/** A passage of one line that a thread is about. */
export interface Anchor {
  threadId: string;
  /** The nearest block with an id. */
  blockId: string | null;
  text: Y.XmlText;
  start: number;
  words: string;
}

const longestQuote = 300;

/**
 * Marks the text between two encoded relative positions as what a thread is about.
 * @returns the words and the block they begin in, or null if the positions lead to no text here.
 */
export function markThread(
  ydoc: Y.Doc,
  field: CommentedField,
  threadId: string,
  from: Uint8Array,
  to: Uint8Array,
): { quote: string; blockId: string | null } | null {
  // asked for first: until then Yjs knows the field by a stand-in, and an end of the whole text leads to that
  const root = ydoc.getXmlFragment(field);
  const [start, end] = [resolved(ydoc, from), resolved(ydoc, to)];
  if (!start || !end) return null;
  const key = keyOf(threadId);
  const ranges = rangesBetween(root, start, end).filter(({ text }) => mayBeMarked(field, text));
  const words = ranges.map(({ text, from, to }) => plain(text).slice(from, to));
  const quote = words.join(' ').replace(/\s+/gu, ' ').trim();
  const [first] = ranges;
  if (!first || quote === '') return null;
  ydoc.transact(() => {
    for (const { text, from, to } of ranges) text.format(from, to - from, { [key]: { thread: threadId } });
  });
  return { quote: shortened(quote), blockId: blockIdOf(first.text) };
}

/** Takes a thread's mark out of the text. */
export function unmarkThread(ydoc: Y.Doc, threadId: string): void {
  const key = keyOf(threadId);
  ydoc.transact(() => {
    for (const anchor of anchorsIn(ydoc)) {
      if (anchor.threadId === threadId)
        anchor.text.format(anchor.start, anchor.words.length, { [key]: null });
    }
  });
}

/** Every passage that some thread is about, in the order of the text. */
export function anchorsIn(ydoc: Y.Doc): Anchor[] {
  return commentedFields.flatMap((field) => textsOf(ydoc.getXmlFragment(field)).flatMap(anchorsOf));
}

/** Sets again, as far as their words still stand in their blocks, marks that a replacement of the text took away. */
export function restoreAnchors(ydoc: Y.Doc, anchors: readonly Anchor[]): void {
  if (anchors.length === 0) return;
  const present = new Set(anchorsIn(ydoc).map(({ threadId }) => threadId));
  const places = new Map<string, Y.XmlText[]>();
  for (const field of commentedFields) {
    for (const text of textsOf(ydoc.getXmlFragment(field)).filter((each) => mayBeMarked(field, each))) {
      const id = blockIdOf(text) ?? field;
      places.set(id, [...(places.get(id) ?? []), text]);
    }
  }
  for (const { threadId, blockId, start, words } of anchors) {
    if (present.has(threadId)) continue;
    for (const text of places.get(blockId ?? 'standfirst') ?? []) {
      const at = nearest(plain(text), words, start);
      if (at === null) continue;
      text.format(at, words.length, { [keyOf(threadId)]: { thread: threadId } });
      break;
    }
  }
}

function anchorsOf(text: Y.XmlText): Anchor[] {
  const found: Anchor[] = [];
  let at = 0;
  for (const { insert, attributes } of runsOf(text)) {
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (!key.startsWith('comment--') || typeof value?.thread !== 'string') continue;
      const threadId = value.thread;
      const open = found.findLast((each) => each.threadId === threadId);
      if (open && open.start + open.words.length === at) open.words += insert;
      else found.push({ threadId, blockId: blockIdOf(text), text, start: at, words: insert });
    }
    at += insert.length;
  }
  return found;
}

interface Range {
  text: Y.XmlText;
  from: number;
  to: number;
}

/** The texts from one place to another, in the order of the document. */
function rangesBetween(root: Y.XmlFragment, start: Y.AbsolutePosition, end: Y.AbsolutePosition): Range[] {
  const ranges: Range[] = [];
  let isInside = false;
  let isOver = false;
  const passes = (parent: Y.XmlFragment, index: number) => {
    if (start.type === parent && start.index === index) isInside = true;
    if (end.type === parent && end.index === index) isOver = true;
  };
  const visit = (parent: Y.XmlFragment) => {
    for (const [index, child] of parent.toArray().entries()) {
      passes(parent, index);
      if (isOver) return;
      if (child instanceof Y.XmlText) {
        const from = start.type === child ? start.index : isInside ? 0 : null;
        const to = end.type === child ? end.index : child.length;
        if (start.type === child) isInside = true;
        if (end.type === child) isOver = true;
        if (from !== null && to > from) ranges.push({ text: child, from, to });
      } else if (child instanceof Y.XmlElement) visit(child);
      if (isOver) return;
    }
    passes(parent, parent.length);
  };
  visit(root);
  return isOver ? ranges : [];
}

function resolved(ydoc: Y.Doc, encoded: Uint8Array): Y.AbsolutePosition | null {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(encoded), ydoc);
  } catch {
    return null;
  }
}

const keys = new Map<string, string>();

/** The name under which the binding keeps this very mark: with a hash, which only the binding itself can make. */
function keyOf(threadId: string): string {
  const known = keys.get(threadId);
  if (known !== undefined) return known;
  const schema = schemas.body;
  const mark = schema.mark('comment', { thread: threadId });
  const line = schema.node('paragraph', null, [schema.text('a', [mark])]);
  const fragment = new Y.Doc().getXmlFragment('body');
  prosemirrorToYXmlFragment(schema.node('doc', null, [line]), fragment);
  const text = textsOf(fragment)[0];
  const key = text && Object.keys(runsOf(text)[0]?.attributes ?? {})[0];
  if (key === undefined) throw new Error('The binding keeps no marks.');
  if (keys.size > 1000) keys.clear();
  keys.set(threadId, key);
  return key;
}

function textsOf(parent: Y.XmlFragment): Y.XmlText[] {
  return parent
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsOf(child) : [],
    );
}

type Runs = { insert: string; attributes?: Record<string, { thread?: unknown } | null> }[];
const runsOf = (text: Y.XmlText): Runs =>
  (text.toDelta() as { insert: unknown }[]).map((run) => ({
    ...run,
    insert: typeof run.insert === 'string' ? run.insert : ' ',
  }));

const plain = (text: Y.XmlText): string => runsOf(text).reduce((whole, { insert }) => whole + insert, '');

function blockIdOf(text: Y.XmlText): string | null {
  for (let at = text.parent; at instanceof Y.XmlElement; at = at.parent) {
    const id: unknown = at.getAttribute('id');
    if (typeof id === 'string') return id;
  }
  return null;
}

function mayBeMarked(field: CommentedField, { parent }: Y.XmlText): boolean {
  const { nodes, marks } = schemas[field];
  const type = parent instanceof Y.XmlElement ? nodes[parent.nodeName] : undefined;
  return marks['comment'] !== undefined && (type?.allowsMarkType(marks['comment']) ?? false);
}

/** Where the words stand that were at `start` before; null if nowhere. */
function nearest(text: string, words: string, start: number): number | null {
  let best: number | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at;
  }
  return best;
}

/** Cut between whole characters. */
const shortened = (quote: string): string =>
  quote.length <= longestQuote ? quote : `${[...quote.slice(0, longestQuote - 2)].slice(0, -1).join('')}…`;

/** The words in the block with this id, or null where there is no such block. */
export function blockWords(ydoc: Y.Doc, blockId: string): string | null {
  for (const field of commentedFields) {
    const block = findBlock(ydoc.getXmlFragment(field), blockId);
    if (block) return textsOf(block).map(plain).join(' ').replace(/\s+/gu, ' ').trim();
  }
  return null;
}

function findBlock(parent: Y.XmlFragment, blockId: string): Y.XmlElement | null {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    const id: unknown = child.getAttribute('id');
    const found = id === blockId ? child : findBlock(child, blockId);
    if (found) return found;
  }
  return null;
}

/** The kinds of all blocks by their ids, in the order of the text. */
export function blockNames(ydoc: Y.Doc): Map<string, string> {
  const names = new Map<string, string>();
  const visit = (parent: Y.XmlFragment) => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      const id: unknown = child.getAttribute('id');
      if (typeof id === 'string') names.set(id, child.nodeName);
      visit(child);
    }
  };
  visit(ydoc.getXmlFragment('body'));
  return names;
}
