import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { CannotSuggest, type OneId } from './suggester.ts';
import { suggestionId, suggestionMarks, suggestionOf } from './suggestion-marks.ts';
import { directMeta, suggestedMeta } from './suggestion-meta.ts';
import { holdsWords } from './without-suggestions.ts';

interface Removal {
  /** What this person suggested and now takes back: it goes for good. */
  own: { from: number; to: number }[];
  ownText: { from: number; to: number }[];
  struck: { from: number; to: number }[];
  blocks: { at: number; op: 'delete' | 'join' }[];
}

/** Set on a suggestion that struck out words of its own author's among others: `withdrawal` takes them away. */
export const ownStruckMeta = 'ownStruck';

/** Strikes out a range as a suggestion. Words of others stay, and so does every block. */
export function suggestRemoval(result: Transaction, from: number, to: number, id: OneId): void {
  if (from === to) return;
  const removal = plan(result.doc, from, to, id);
  if (removal.struck.length > 0 && removal.ownText.length > 0) {
    // words removed in two places of a line would make Yjs write anew all that stands between them
    removal.struck.push(...removal.ownText);
    result.setMeta(ownStruckMeta, true);
  } else removal.own.push(...removal.ownText);
  for (const part of removal.struck) {
    const deletion = result.doc.type.schema.marks.deletion?.create({ id: id.value });
    if (deletion) result.addMark(part.from, part.to, deletion);
  }
  for (const { at, op } of removal.blocks) result.setNodeAttribute(at, 'suggestion', { id: id.value, op });
  for (const part of removal.own.sort((a, b) => b.from - a.from)) result.delete(part.from, part.to);
}

function plan(document: Node, from: number, to: number, id: OneId): Removal {
  const removal: Removal = { own: [], ownText: [], struck: [], blocks: [] };
  document.nodesBetween(from, to, (node, position, parent, index) => {
    const end = position + node.nodeSize;
    const isWhole = position >= from && end <= to;
    if (node.isText) planText(removal, node, Math.max(position, from), Math.min(end, to), id);
    else if (isWhole && 'suggestion' in node.attrs) return planWhole(removal, node, position, id);
    else if (node.isTextblock && position >= from) planJoin(removal, node, position, parent, index, id);
    return true;
  });
  return removal;
}

function planText({ ownText, struck }: Removal, node: Node, from: number, to: number, id: OneId): void {
  const isOwn = (name: string) => isOwnMark(node, name, id.isMine);
  const isStruck = isOwn('deletion');
  if (isOwn('insertion')) ownText.push({ from, to });
  else if (!isStruck) struck.push({ from, to });
}

/** @returns whether to look inside, because the block itself can't be struck out. */
function planWhole(removal: Removal, node: Node, at: number, id: OneId): boolean {
  const present = suggestionOf(node);
  if (present && !id.isMine(present.id)) {
    if (node.isLeaf) throw new CannotSuggest('taken');
    return true;
  }
  if (present?.op === 'insert' && holdsOnlyOwn(node, id))
    removal.own.push({ from: at, to: at + node.nodeSize });
  else removal.blocks.push({ at, op: 'delete' });
  return false;
}

/** The line goes on in the one before it. */
function planJoin(
  removal: Removal,
  node: Node,
  at: number,
  parent: Node | null,
  index: number,
  id: OneId,
): void {
  const before = index > 0 ? parent?.child(index - 1) : null;
  const present = suggestionOf(node);
  if (!before?.isTextblock || !('suggestion' in node.attrs)) return;
  const isOwn = present?.op === 'insert' && id.isMine(present.id);
  if (isOwn && holdsOnlyOwn(node, id)) removal.own.push({ from: at - 1, to: at + 1 });
  // with words of the text in it, it is there to stay; with other people's suggestions alone it waits for those
  else if (!present || (isOwn && holdsWords(node))) removal.blocks.push({ at, op: 'join' });
}

/** Whether nobody else's words stand in a block that this person added. */
export function holdsOnlyOwn(node: Node, id: Pick<OneId, 'isMine'>): boolean {
  let isOwn = true;
  node.descendants((child) => {
    if (child.isText && !isOwnMark(child, 'insertion', id.isMine)) isOwn = false;
  });
  return isOwn;
}

/** Whether this person set a mark of a suggestion on a text. */
export const isOwnMark = (node: Node, name: string, isMine: (id: string) => boolean): boolean =>
  suggestionMarks(node).some((mark) => mark.type.name === name && isMine(suggestionId(mark)));

/** Takes away one run of words that this person added and struck out again; null if there is none. */
export function withdrawal(state: EditorState, isMine: (id: string) => boolean): Transaction | null {
  let run: { from: number; to: number } | null = null;
  state.doc.descendants((node, position) => {
    if (!isWithdrawn(node, isMine)) return;
    if (run?.to === position) run.to += node.nodeSize;
    else run = { from: position, to: position + node.nodeSize };
  });
  const found = run as { from: number; to: number } | null;
  return (
    found && state.tr.delete(found.from, found.to).setMeta(directMeta, true).setMeta(suggestedMeta, true)
  );
}

function isWithdrawn(node: Node, isMine: (id: string) => boolean): boolean {
  return node.isText && isOwnMark(node, 'insertion', isMine) && isOwnMark(node, 'deletion', isMine);
}
