import { bodyExtensions } from '@broadsheet/document';
import { Editor, type JSONContent } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { rangeOfNode, rangeOfSelection } from './block-range.ts';
import { deleteSelected, duplicateSelected, moveSelected } from './block-steps.ts';
import { moveBlocksTo, outOfList } from './move-blocks.ts';

const line = (text: string): JSONContent => ({
  type: 'paragraph',
  attrs: { id: `line-${text}` },
  content: [{ type: 'text', text }],
});
const list = (...texts: string[]): JSONContent => ({
  type: 'bulletList',
  attrs: { id: 'list01' },
  content: texts.map((text) => ({
    type: 'listItem',
    attrs: { id: `item-${text}` },
    content: [line(text)],
  })),
});
const box = (...content: JSONContent[]): JSONContent => ({
  type: 'factBox',
  attrs: { id: 'box001', title: 'Facts' },
  content,
});

/** A body with the selection from the beginning of one line to that of another. */
function writing(content: JSONContent[], from: string, to = from): Editor {
  const editor = new Editor({ element: null, extensions: bodyExtensions, content: { type: 'doc', content } });
  editor.commands.setTextSelection({ from: placeOf(editor, from), to: placeOf(editor, to) + to.length });
  return editor;
}

function placeOf(editor: Editor, words: string): number {
  let place = 0;
  editor.state.doc.descendants((node, position) => {
    if (node.isTextblock && node.textContent === words) place = position + 1;
  });
  return place;
}

/** The lines in order, those of one box or list in brackets. */
const shape = (editor: Editor): string =>
  editor.state.doc.children
    .map((node) =>
      node.isTextblock ? node.textContent : `[${node.textBetween(0, node.content.size, ' ').trim()}]`,
    )
    .join(' ');

describe('blocks that are moved', () => {
  it.each([
    ['a paragraph', [line('a'), line('b'), line('c')], 'b', 'b', 'b a c', 'a c b'],
    ['all that are selected', [line('a'), line('b'), line('c'), line('d')], 'b', 'c', 'b c a d', 'a d b c'],
    ['an item in its list', [list('a', 'b', 'c')], 'b', 'b', '[b a c]', '[a c b]'],
    ['the list of an item at its edge', [line('x'), list('a'), line('y')], 'a', 'a', '[a] x y', 'x y [a]'],
    ['a block out of a box', [line('x'), box(line('a'), line('b'))], 'a', 'a', 'x a [b]', 'x [b a]'],
    ['a box with all that it has', [line('x'), box(line('a')), line('y')], 'a', 'a', '[a] x y', 'x y [a]'],
  ])('are %s', (_, content, from, to, up, down) => {
    for (const [way, expected] of [
      [-1, up],
      [1, down],
    ] as const) {
      const editor = writing(content, from, to);
      const id = editor.state.selection.$from.parent.attrs.id as string;
      expect(moveSelected(editor, way)).toBe(true);
      expect(shape(editor)).toBe(expected);
      // the selection goes along, and nothing gets another name
      expect(editor.state.selection.$from.parent.attrs.id).toBe(id);
      expect(
        editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to, ' '),
      ).toContain(from);
    }
  });

  it('stay where the text begins', () => {
    const editor = writing([line('a'), line('b')], 'a');
    expect(moveSelected(editor, -1)).toBe(false);
    expect(shape(editor)).toBe('a b');
  });

  it('can be put elsewhere: an item becomes a list of its own, and a list left empty goes', () => {
    const editor = writing([list('a'), line('x')], 'a');
    const range = rangeOfSelection(editor.state);
    editor.commands.command(({ tr }) => range !== null && moveBlocksTo(tr, range, tr.doc.content.size));
    expect(shape(editor)).toBe('x [a]');
    expect(editor.state.doc.lastChild?.type.name).toBe('bulletList');
    expect(editor.state.doc.lastChild?.firstChild?.attrs.id).toBe('item-a');
  });

  it('do not go into a box that can’t hold them', () => {
    const editor = writing(
      [{ type: 'horizontalRule', attrs: { id: 'rule01' } }, box(line('a'), line('b'))],
      'a',
    );
    const range = rangeOfNode(editor.state.doc, 0);
    expect(range && moveBlocksTo(editor.state.tr, range, placeOf(editor, 'b') - 1)).toBe(false);
  });
});

describe('a place at the edge of a list', () => {
  const editor = writing([line('x'), list('a', 'b', 'c')], 'x');
  const before = (words: string) => placeOf(editor, words) - 1;
  const behind = (words: string) => placeOf(editor, words) + words.length + 1;

  it('is beside the list rather than in its first or last item', () => {
    expect(outOfList(editor.state.doc, before('a'))).toBe(behind('x'));
    expect(outOfList(editor.state.doc, behind('c'))).toBe(editor.state.doc.content.size);
  });

  it('is no place within it', () => {
    for (const place of [behind('a'), before('b'), before('c'), behind('x')])
      expect(outOfList(editor.state.doc, place)).toBe(place);
  });
});

it('a copy has ids of its own, and the first keeps its', () => {
  const editor = writing([list('a', 'b')], 'a');
  expect(duplicateSelected(editor)).toBe(true);
  const ids: unknown[] = [];
  editor.state.doc.descendants((node) => {
    if ('id' in node.attrs) ids.push(node.attrs.id);
  });
  expect(shape(editor)).toBe('[a a b]');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(0, 3)).toEqual(['list01', 'item-a', 'line-a']);
});

it('a copy is without the comments on the words it is a copy of', () => {
  const thread = '0198b7a0-0000-7000-8000-000000000001';
  const marks = [{ type: 'bold' }, { type: 'comment', attrs: { thread } }];
  const commented = { ...line('a'), content: [{ type: 'text', text: 'a', marks }] };
  const editor = writing([commented], 'a');
  expect(duplicateSelected(editor)).toBe(true);
  const [first, second] = editor.state.doc.children.map(({ firstChild }) =>
    firstChild?.marks.map(({ type }) => type.name),
  );
  expect(first).toContain('comment');
  expect(second).toEqual(['bold']);
});

it('what is deleted takes an empty list with it, and a text always has a line', () => {
  const editor = writing([list('a'), line('x')], 'a');
  editor.commands.command(deleteSelected);
  expect(shape(editor)).toBe('x');
  editor.commands.selectAll();
  editor.commands.command(deleteSelected);
  expect(shape(editor)).toBe('');
  expect(editor.state.doc.firstChild?.type.name).toBe('paragraph');
});
