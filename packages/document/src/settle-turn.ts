import type { BlockTurn } from '@broadsheet/types';
import { Fragment, Slice, type Attrs } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { canJoin, liftTarget, ReplaceAroundStep } from '@tiptap/pm/transform';

/** Carries out what was proposed, as far as it still fits what the block has become. */
export function turnBlock(
  transaction: Transaction,
  at: number,
  { lift, sink, type, attrs, wrap }: BlockTurn,
): void {
  const mapped = transaction.mapping.maps.length;
  if (lift) liftBlock(transaction, at);
  const place = transaction.mapping.slice(mapped).map(at);
  changeKind(transaction, place, type, attrs as Attrs | undefined);
  if (wrap) wrapBlock(transaction, place, wrap);
  if (sink) sinkItem(transaction, place);
}

function changeKind(transaction: Transaction, at: number, name?: string, attrs?: Attrs): void {
  const node = transaction.doc.nodeAt(at);
  if (!node || (!name && !attrs)) return;
  const type = transaction.doc.type.schema.nodes[name ?? node.type.name];
  if (!type) return;
  const wanted = { ...node.attrs, ...attrs };
  if (node.isTextblock && type.isTextblock && type !== node.type)
    transaction.setBlockType(at, at + node.nodeSize, type, wanted);
  else if (type.validContent(node.content)) transaction.setNodeMarkup(at, type, wanted);
}

function liftBlock(transaction: Transaction, at: number): void {
  const node = transaction.doc.nodeAt(at);
  const $start = transaction.doc.resolve(at + 1);
  const range = node && $start.blockRange(transaction.doc.resolve(at + node.nodeSize - 1));
  const target = range ? liftTarget(range) : null;
  if (range && target !== null) transaction.lift(range, target);
}

/** Wraps a block, and goes on with a list of the same kind that was just made behind it. */
function wrapBlock(transaction: Transaction, at: number, names: readonly string[]): void {
  const { nodes } = transaction.doc.type.schema;
  const types = names.flatMap((name) => nodes[name] ?? []);
  const node = transaction.doc.nodeAt(at);
  const range =
    node && transaction.doc.resolve(at + 1).blockRange(transaction.doc.resolve(at + node.nodeSize - 1));
  const [outer, inner] = types;
  if (!range || !outer || types.length !== names.length || types.length > 2) return;
  const fits =
    outer.contentMatch.matchType(inner ?? node.type) && (inner ?? outer).contentMatch.matchType(node.type);
  if (!fits || !range.parent.canReplaceWith(range.startIndex, range.endIndex, outer)) return;
  transaction.wrap(
    range,
    types.map((type) => ({ type })),
  );
  const wrapped = transaction.doc.nodeAt(at);
  const end = at + (wrapped?.nodeSize ?? 0);
  const next = transaction.doc.nodeAt(end);
  const isOurs = next?.type === outer && next.attrs.id === null;
  if (isOurs && canJoin(transaction.doc, end)) transaction.join(end);
}

/** Puts an item of a list at the end of the one before it, into the list that ends that one if there is such. */
function sinkItem(transaction: Transaction, at: number): void {
  const $at = transaction.doc.resolve(at);
  const { nodeBefore: before, nodeAfter: item, parent: list } = $at;
  if (!before || !item || before.type !== item.type || !list.type.validContent(Fragment.from(item))) return;
  const joins = before.lastChild?.type === list.type;
  const inner = list.type.create(null, joins ? item.type.create() : null);
  const slice = new Slice(Fragment.from(item.type.create(null, inner)), joins ? 3 : 1, 0);
  const end = at + item.nodeSize;
  transaction.step(new ReplaceAroundStep(at - slice.openStart, end, at, end, slice, 1, true));
}
