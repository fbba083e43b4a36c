import type { Attrs, Node, NodeType } from '@tiptap/pm/model';
import { wrapRangeInList } from '@tiptap/pm/schema-list';
import type { Transaction } from '@tiptap/pm/state';
import { liftTarget } from '@tiptap/pm/transform';
import { isList, nodesOf, rangeOutside, type BlockRange } from './block-range.ts';

/** A block that words are turned into. */
export interface Target {
  type: NodeType;
  attrs?: Attrs | undefined;
}

const lines = new Set(['paragraph', 'heading']);
const boxes = new Set(['blockquote', 'pullQuote', 'keyPoints', 'factBox']);

/**
 * Turns blocks by steps that leave their words where they are, so that what others type there meanwhile stays, and a
 * suggestion says what becomes of each block. False, with nothing done, where only new blocks can say it.
 */
export function turnInPlace(tr: Transaction, range: BlockRange, { type, attrs }: Target): boolean {
  const nodes = nodesOf(range);
  const [only] = nodes.length === 1 ? nodes : [];
  if (only && boxes.has(only.type.name) && boxes.has(type.name)) return retypeBox(tr, range.from, only, type);
  if (only && isNumbered(only.type) && isNumbered(type)) return retypeLists(tr, range.from, only, type);
  const places = linePlaces(range);
  const outer = isList(range.parent) ? rangeOutside(tr.doc, range) : range;
  if (!places || !outer?.parent.canReplaceWith(outer.first, outer.last + 1, type)) return false;
  const isEnclosing = boxes.has(type.name) || isListType(type);
  if (!isEnclosing && !lines.has(type.name)) return false;
  const out = takenOut(tr, places, tr.doc.resolve(outer.from).depth);
  if (!out) return false;
  if (isEnclosing) return enclose(tr, out, type);
  for (const at of out) become(tr, at, type, attrs);
  return true;
}

/** Lines leave what they are in, down to a depth. @returns where they stand then; null, with nothing done, if one can't */
function takenOut(tr: Transaction, places: readonly number[], depth: number): number[] | null {
  const isOut = (at: number) => tr.doc.resolve(at).depth === depth;
  if (!places.every((at) => isOut(at) || canLift(tr.doc, at))) return null;
  const before = tr.mapping.maps.length;
  // from the last: what comes out of a list cuts it, and earlier places hold
  for (const at of places.toReversed()) if (!isOut(at)) lift(tr, at);
  const since = tr.mapping.slice(before);
  return places.map((at) => since.map(at + 1) - 1);
}

/** Where the lines begin, if each stands by itself or alone in an item or box; null for anything more. */
function linePlaces({ parent, first, last, from }: BlockRange): number[] | null {
  const found: number[] = [];
  const look = (node: Node, at: number): boolean => {
    if (lines.has(node.type.name)) return found.push(at) > 0;
    if (isList(node))
      return everyChild(node, at, (item, place) => item.childCount === 1 && look(item, place));
    const isItem = node.type.name.endsWith('Item');
    if (isItem || boxes.has(node.type.name))
      return wordsOfItsOwn(node).length === 0 && everyChild(node, at, look);
    return false;
  };
  let at = from;
  for (const node of parent.children.slice(first, last + 1)) {
    if (node.type.name.endsWith('Item') && node.childCount !== 1) return null;
    if (!look(node, at)) return null;
    at += node.nodeSize;
  }
  return found;
}

function everyChild(node: Node, at: number, test: (child: Node, at: number) => boolean): boolean {
  let place = at + 1;
  return node.children.every((child) => {
    const isFit = test(child, place);
    place += child.nodeSize;
    return isFit;
  });
}

/** Who spoke, or the title of a box: words that have no line, and would go with the box. */
const wordsOfItsOwn = ({ attrs }: Node) => ['title', 'attribution'].filter((name) => attrs[name]);

/** Whether blocks of a kind have an attribute. */
export const hasPlaceFor = (type: NodeType, name: string): boolean => name in (type.spec.attrs ?? {});

/** A box that becomes another keeps what both know: its id, who said it, its title. */
export function keptAttributes(type: NodeType, from: Node | null): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from?.attrs ?? {}).filter(([name]) => hasPlaceFor(type, name)));
}

function retypeBox(tr: Transaction, at: number, node: Node, type: NodeType): boolean {
  if (type === node.type) return true;
  const isLost = wordsOfItsOwn(node).some((name) => !hasPlaceFor(type, name));
  if (isLost || !type.validContent(node.content)) return false;
  tr.setNodeMarkup(at, type, keptAttributes(type, node));
  return true;
}

const isNumbered = ({ name }: NodeType): boolean => name === 'bulletList' || name === 'orderedList';

/** A list and those within it that are of its kind. */
function retypeLists(tr: Transaction, at: number, list: Node, type: NodeType): boolean {
  const found = list.type === type ? [] : [at];
  list.descendants((node, place) => {
    if (isNumbered(node.type) && node.type !== type) found.push(at + 1 + place);
  });
  for (const place of found) tr.setNodeMarkup(place, type, { id: tr.doc.nodeAt(place)?.attrs.id as unknown });
  return true;
}

function become(tr: Transaction, at: number, type: NodeType, attrs?: Attrs): void {
  const node = tr.doc.nodeAt(at);
  if (!node || isAlready(node, type, attrs)) return;
  tr.setBlockType(at, at + node.nodeSize, type, { ...attrs, id: node.attrs.id as unknown });
}

const isAlready = (node: Node, type: NodeType, attrs: Attrs = {}): boolean =>
  node.type === type && Object.entries(attrs).every(([name, value]) => node.attrs[name] === value);

const rangeOfLine = (doc: Node, at: number) => doc.resolve(at + 1).blockRange();

function canLift(doc: Node, at: number): boolean {
  const range = rangeOfLine(doc, at);
  return range !== null && liftTarget(range) !== null;
}

function lift(tr: Transaction, at: number): void {
  const range = rangeOfLine(tr.doc, at);
  const target = range && liftTarget(range);
  if (range && target !== null) tr.lift(range, target);
}

/** Puts lines that follow each other into a list or a box. */
function enclose(tr: Transaction, places: readonly number[], type: NodeType): boolean {
  const { paragraph } = tr.doc.type.schema.nodes;
  const [first = 0] = places;
  const last = places.at(-1) ?? first;
  if (paragraph && type.name !== 'factBox') for (const at of places) become(tr, at, paragraph);
  const around = tr.doc.resolve(first + 1).blockRange(tr.doc.resolve(last + 1));
  if (!around) return false;
  if (isListType(type)) return wrapRangeInList(tr, around, type);
  tr.wrap(around, [{ type }]);
  return true;
}

const isListType = ({ name }: NodeType): boolean => name.endsWith('List');
