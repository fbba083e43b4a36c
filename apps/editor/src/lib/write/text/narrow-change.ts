import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';

/** The smallest replacement of whole blocks, or of letters within one block, that leads from one document to another. */
interface Difference {
  from: number;
  to: number;
  content: Fragment;
}

/**
 * The same change as a transaction that replaces the whole document, but touching only what differs: what stands
 * elsewhere keeps its nodes, so decorations there stay and nothing of it is drawn anew.
 * @returns the transaction as it is when it is anything but one replacement of everything
 */
export function narrowChange(state: EditorState, whole: Transaction): Transaction {
  const [step] = whole.steps;
  if (whole.steps.length !== 1 || !(step instanceof ReplaceStep)) return whole;
  if (step.from !== 0 || step.to !== state.doc.content.size) return whole;
  const narrow = state.tr;
  const found = difference(state.doc.content, whole.doc.content, 0);
  if (found) narrow.step(new ReplaceStep(found.from, found.to, new Slice(found.content, 0, 0)));
  // both lead to the same document, so a place in the one is a place in the other
  if (whole.selectionSet) narrow.setSelection(Selection.fromJSON(narrow.doc, whole.selection.toJSON()));
  return narrow;
}

function difference(before: Fragment, after: Fragment, at: number): Difference | null {
  const shorter = Math.min(before.childCount, after.childCount);
  let start = 0;
  let from = at;
  while (start < shorter && before.child(start).eq(after.child(start)))
    from += before.child(start++).nodeSize;
  if (start === before.childCount && start === after.childCount) return null;
  let end = 0;
  let to = at + before.size;
  while (end < shorter - start && last(before, end).eq(last(after, end))) to -= last(before, end++).nodeSize;
  const [old, fresh] = [before.childCount - end - start, after.childCount - end - start];
  if (old === 1 && fresh === 1) {
    const [was, is] = [before.child(start), after.child(start)];
    if (was.sameMarkup(is) && !was.isLeaf) return within(was, is, from + 1);
  }
  const content = Array.from({ length: fresh }, (_, index) => after.child(start + index));
  return { from, to, content: Fragment.from(content) };
}

function within(was: Node, is: Node, at: number): Difference | null {
  if (!was.inlineContent) return difference(was.content, is.content, at);
  const start = was.content.findDiffStart(is.content);
  const end = was.content.findDiffEnd(is.content);
  if (start === null || end === null) return null;
  // of two equal letters the one may have been taken for the first as well as for the last
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const content = is.content.cut(start, end.b + overlap);
  return { from: at + start, to: at + end.a + overlap, content };
}

const last = (fragment: Fragment, back: number): Node => fragment.child(fragment.childCount - 1 - back);
