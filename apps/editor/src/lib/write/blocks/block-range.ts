import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, type EditorState, type Selection } from '@tiptap/pm/state';

/** Blocks that stand beside each other in one parent: what is moved, copied, deleted or turned into another. */
export interface BlockRange {
  /** The document, a box or a list. */
  parent: Node;
  first: number;
  last: number;
  from: number;
  to: number;
}

/** What holds blocks that can be taken out one by one; the paragraphs of a quote or a cell stay with it. */
const holders = new Set([
  'doc',
  'factBox',
  'keyPoints',
  'qa',
  'correction',
  'gallery',
  'bulletList',
  'orderedList',
  'taskList',
]);
const lists = new Set(['bulletList', 'orderedList', 'taskList']);

export const isList = (node: Node): boolean => lists.has(node.type.name);

/** The innermost blocks that the selection touches. Null where it stands between blocks. */
export function rangeOfSelection({ selection }: Pick<EditorState, 'selection'>): BlockRange | null {
  const { $from, $to } = selection;
  if (selection instanceof NodeSelection && selection.node.isBlock && holders.has($from.parent.type.name)) {
    return rangeAround($from, $to, $from.depth);
  }
  const innermost = selection.empty ? $from.depth - 1 : $from.depth;
  for (let depth = Math.min($from.sharedDepth($to.pos), innermost); depth >= 0; depth--) {
    if (holders.has($from.node(depth).type.name)) return rangeAround($from, $to, depth);
  }
  return null;
}

/** The innermost block that holds a position and can be moved; for one between blocks, the block after it. */
export function rangeAt(document: Node, position: number): BlockRange | null {
  const $at = document.resolve(Math.min(position, document.content.size));
  if (holders.has($at.parent.type.name)) return $at.nodeAfter ? rangeOfNode(document, $at.pos) : null;
  for (let depth = $at.depth - 1; depth >= 0; depth--) {
    if (holders.has($at.node(depth).type.name)) return rangeOfNode(document, $at.before(depth + 1));
  }
  return null;
}

/** The one block that begins at a position. */
export function rangeOfNode(document: Node, from: number): BlockRange | null {
  const $from = document.resolve(from);
  const node = $from.nodeAfter;
  if (!node) return null;
  return { parent: $from.parent, first: $from.index(), last: $from.index(), from, to: from + node.nodeSize };
}

/** The parent of a range as a range of its own; null for the document. */
export function rangeOutside(document: Node, { from }: BlockRange): BlockRange | null {
  const $from = document.resolve(from);
  for (let depth = $from.depth; depth > 0; depth--) {
    if (holders.has($from.node(depth - 1).type.name)) return rangeOfNode(document, $from.before(depth));
  }
  return null;
}

/** The id of its first block. */
export function idOf({ parent, first }: BlockRange): string | null {
  const id: unknown = parent.child(first).attrs.id;
  return typeof id === 'string' ? id : null;
}

/** The position of a block in a document; null if it is not there. */
export function placeIn(document: Node, id: string): number | null {
  let found: number | null = null;
  document.descendants((node, position) => {
    if (node.attrs.id === id) found = position;
    return found === null && !node.isTextblock;
  });
  return found;
}

export function nodesOf({ parent, first, last }: BlockRange): Node[] {
  return parent.children.slice(first, last + 1);
}

/** Where the selection stands relative to a range, so that it can go along with it. */
export function selectionShifted(selection: Selection, by: number): Record<string, unknown> {
  const json = selection.toJSON() as Record<string, unknown>;
  const moved = Object.entries(json).map(([name, value]) => [
    name,
    typeof value === 'number' ? value + by : value,
  ]);
  return Object.fromEntries(moved) as Record<string, unknown>;
}

function rangeAround($from: ResolvedPos, $to: ResolvedPos, depth: number): BlockRange | null {
  const parent = $from.node(depth);
  const first = $from.index(depth);
  if (first >= parent.childCount) return null;
  // a selection that ends where the next block begins does not touch it
  const last = Math.max(first, $to.indexAfter(depth) - 1);
  const start = $from.start(depth);
  const size = (nodes: readonly Node[]) => nodes.reduce((sum, node) => sum + node.nodeSize, 0);
  const from = start + size(parent.children.slice(0, first));
  const to = from + size(parent.children.slice(first, last + 1));
  return { parent, first, last, from, to };
}
