import { bodyExtensions, settleSuggestions, suggested, type Verdict } from '@broadsheet/document';
import { Editor, type JSONContent } from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { rangeOfSelection } from './block-range.ts';
import { textBlocks, turnBlocks, type TextBlock } from './turn-blocks.ts';

const line = (id: string, text: string): JSONContent => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const item = (id: string, ...content: JSONContent[]): JSONContent => ({
  type: 'listItem',
  attrs: { id },
  content,
});
const two = [line('line-1', 'One'), line('line-2', 'Two')];

const texts: Record<string, JSONContent[]> = {
  paragraphs: two,
  headings: two.map((one) => ({ ...one, type: 'heading', attrs: { ...one.attrs, level: 3 } })),
  list: [{ type: 'bulletList', content: two.map((one, index) => item(`item-${index}`, one)) }],
  quote: [{ type: 'blockquote', attrs: { id: 'quote-1' }, content: two }],
};
const id = '01890000-0000-7000-8000-00000000000a';
const inPlace = textBlocks.filter((kind) => kind !== 'qa' && kind !== 'code');

/** A text of which all is selected. */
function open(content: JSONContent[]): EditorState {
  const { state } = new Editor({
    element: null,
    extensions: bodyExtensions,
    content: { type: 'doc', content },
  });
  return EditorState.create({ doc: state.doc, selection: TextSelection.between(...ends(state.doc)) });
}

const ends = (doc: Node): [ResolvedPos, ResolvedPos] => [doc.resolve(0), doc.resolve(doc.content.size)];

function turn(state: EditorState, kind: TextBlock): Transaction {
  const tr = state.tr;
  const range = rangeOfSelection(state);
  expect(range && turnBlocks(tr, range, kind)).toBe(true);
  return tr;
}

/** Somebody else writes a word in the first line, directly. */
function withWord(doc: Node): Node {
  const place = textPlace(doc, 'One') + 'One'.length;
  return EditorState.create({ doc }).tr.insertText(' more', place).doc;
}

function textPlace(doc: Node, text: string): number {
  let found = -1;
  doc.descendants((node, at) => {
    if (found < 0 && node.isText && node.text?.startsWith(text)) found = at;
  });
  return found;
}

/** What a document says and of what kinds its blocks are. */
const shape = (node: Node): unknown => [
  node.type.name,
  node.attrs.level ?? null,
  node.isTextblock ? node.textContent : node.children.map(shape),
];

const settled = (doc: Node, verdict: Verdict) =>
  settleSuggestions(EditorState.create({ doc }).tr, verdict, () => true).doc;

describe.each(Object.entries(texts))('%s that somebody suggests to turn', (_, content) => {
  it.each(inPlace)('into %s keep what a colleague writes in them, accepted or not', (kind) => {
    const state = open(content);
    const direct = turn(state, kind);
    const suggestion = suggested(turn(state, kind), state, { isMine: () => true, newId: () => id });
    const proposed = withWord(suggestion.doc);
    expect(shape(settled(proposed, 'accept'))).toEqual(shape(withWord(direct.doc)));
    expect(shape(settled(proposed, 'reject'))).toEqual(shape(withWord(state.doc)));
  });
});
