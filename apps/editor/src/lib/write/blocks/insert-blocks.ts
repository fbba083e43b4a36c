import { newBlockId } from '@broadsheet/document';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { nodesOf, placeIn, rangeOfSelection, rangeOutside, type BlockRange } from './block-range.ts';

/** A block as JSON, without ids: each gets one when it stands. */
export interface NewBlock {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NewBlock[];
}

const line: NewBlock = { type: 'paragraph' };
const isBlank = (node: Node | null) => node?.type.name === 'paragraph' && node.content.size === 0;

/** Puts a block where somebody writes: in place of an empty paragraph, else after the block. The caret goes into it. */
export function insertHere(editor: Editor, block: NewBlock): boolean {
  return editor.commands.command(({ state, tr }) => {
    const here = rangeOfSelection(state);
    return here !== null && insertNear(tr, here, state.schema.nodeFromJSON(block));
  });
}

/** Puts a block after the top block with an id, or at the end if that is gone. Returns the new block's id. */
export function insertAfter(editor: Editor, afterBlock: string | null, block: NewBlock): string {
  const id = newBlockId();
  const node = editor.schema.nodeFromJSON({ ...block, attrs: { ...block.attrs, id } });
  editor.commands.command(({ state, tr }) => {
    const index = state.doc.children.findIndex(({ attrs }) => attrs.id === afterBlock && afterBlock !== null);
    const at = index === -1 ? state.doc.childCount - 1 : index;
    const before = state.doc.children.slice(0, at).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    const to = before + state.doc.child(at).nodeSize;
    return insertNear(tr, { parent: state.doc, first: at, last: at, from: before, to }, node);
  });
  editor.view.focus();
  return id;
}

/**
 * Puts a block in the place of what stands there; one can go on writing below it. Only a caret in that place is moved; who
 * writes there or right before it sees the block.
 */
export function insertBlock(
  editor: Editor,
  { from, to }: { from: number; to: number },
  block: NewBlock,
): void {
  const { tr, schema, selection } = editor.state;
  const node = schema.nodeFromJSON(block);
  const isCaretHere = from < to && selection.from >= from && selection.to <= to;
  const { $to } = selection;
  const isCaretBefore = ($to.depth > 0 ? $to.after(1) : $to.pos) === from;
  tr.replaceWith(from, to, node);
  const after = from + node.nodeSize;
  if (after >= tr.doc.content.size && !node.isTextblock && schema.nodes.paragraph)
    tr.insert(after, schema.nodes.paragraph.create());
  // into no other words: those below may be the caption of another picture
  if (isCaretHere)
    tr.setSelection(Selection.near(tr.doc.resolve((isBlank(tr.doc.nodeAt(after)) ? after : from) + 1)));
  editor.view.dispatch(tr);
  if ((isCaretHere || isCaretBefore) && editor.isInitialized)
    (editor.view.nodeDOM(from) as Element | null)?.scrollIntoView({ block: 'nearest' });
}

/** Puts a block after the top block with an id, in the place of an empty paragraph, or at the end if that is gone. */
export function insertBehind(editor: Editor, blockId: string | null, block: NewBlock): void {
  const { doc } = editor.state;
  const end = doc.content.size - (isBlank(doc.lastChild) ? (doc.lastChild?.nodeSize ?? 0) : 0);
  let place = { from: end, to: end };
  doc.forEach((each, offset) => {
    if (blockId === null || each.attrs.id !== blockId) return;
    const to = offset + each.nodeSize;
    place = { from: isBlank(each) ? offset : to, to };
  });
  insertBlock(editor, place, block);
}

/** The place of the block with an id, wherever it stands. */
export const placeOf = (editor: Editor, id: string): number | null => placeIn(editor.state.doc, id);

function insertNear(tr: Transaction, near: BlockRange, node: Node): boolean {
  const [only] = nodesOf(near);
  const isEmpty = near.first === near.last && only?.type.name === 'paragraph' && only.content.size === 0;
  const first = isEmpty ? near.first : near.last + 1;
  if (!near.parent.canReplaceWith(first, near.last + 1, node.type)) {
    const outside = rangeOutside(tr.doc, near);
    return outside !== null && insertNear(tr, outside, node);
  }
  const at = isEmpty ? near.from : near.to;
  tr.replaceWith(at, near.to, node);
  const after = at + node.nodeSize;
  const { paragraph } = tr.doc.type.schema.nodes;
  // one can always go on writing below
  if (after >= tr.doc.content.size && !node.isTextblock && paragraph) tr.insert(after, paragraph.create());
  tr.setSelection(selectionIn(tr, at, node)).scrollIntoView();
  return true;
}

function selectionIn(tr: Transaction, at: number, node: Node): Selection {
  let lineAt: number | null = null;
  tr.doc.nodesBetween(at, at + node.nodeSize, (child, position) => {
    if (lineAt === null && position >= at && child.isTextblock) lineAt = position + 1;
    return lineAt === null;
  });
  if (lineAt !== null && node.firstChild?.type.name !== 'caption')
    return TextSelection.create(tr.doc, lineAt);
  return node.type.spec.atom || lineAt !== null
    ? NodeSelection.create(tr.doc, at)
    : Selection.near(tr.doc.resolve(at + node.nodeSize));
}

const cell = (type: 'tableCell' | 'tableHeader'): NewBlock => ({ type, content: [line] });
const rowOf = (columns: number, type: 'tableCell' | 'tableHeader'): NewBlock => ({
  type: 'tableRow',
  content: Array.from({ length: columns }, () => cell(type)),
});

export const newTable = (rows: number, columns: number, hasHead: boolean): NewBlock => ({
  type: 'table',
  content: Array.from({ length: rows }, (_, index) =>
    rowOf(columns, hasHead && index === 0 ? 'tableHeader' : 'tableCell'),
  ),
});

/** A box with one empty line to write in. */
export const newBox = (type: string, attrs: Record<string, unknown> = {}): NewBlock => ({
  type,
  attrs,
  content: [line],
});

export const newInterview: NewBlock = { type: 'qa', content: [{ type: 'question' }, line] };

/** A picture or recording with an empty caption. */
export const captioned = (type: string, attrs: Record<string, unknown>): NewBlock => ({
  type,
  attrs,
  content: [{ type: 'caption' }],
});

export const newGallery = (picture: NewBlock): NewBlock => ({ type: 'gallery', content: [picture] });
