import { bodyExtensions } from '@broadsheet/document';
import { Editor, type JSONContent } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { kindByKey } from '../text/turn-selection.ts';
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

/** A body with the caret before certain words, or all from there to others selected. */
function writing(content: JSONContent[], from: string, to = from): Editor {
  const editor = new Editor({ element: null, extensions: bodyExtensions, content: { type: 'doc', content } });
  const places = new Map<string, number>();
  editor.state.doc.descendants((node, position) => {
    if (node.isTextblock) places.set(node.textContent, position + 1);
  });
  editor.commands.setTextSelection({ from: places.get(from) ?? 1, to: places.get(to) ?? 1 });
  return editor;
}

function turn(editor: Editor, kind: TextBlock): boolean {
  return editor.commands.command(({ state, tr }) => {
    const range = rangeOfSelection(state);
    return range !== null && turnBlocks(tr, range, kind);
  });
}

const kinds = (editor: Editor) => editor.state.doc.children.map((node) => node.type.name);
const lineIds = (editor: Editor) => {
  const ids: unknown[] = [];
  editor.state.doc.descendants((node) => {
    if (node.isTextblock) ids.push(node.attrs.id);
  });
  return ids;
};

describe('words that are turned into another kind of block', () => {
  it.each(textBlocks)('keep their words and the ids of their lines as %s, and come back', (kind) => {
    const editor = writing([line('first1', 'One'), line('second', 'Two')], 'One', 'Two');
    expect(turn(editor, kind)).toBe(true);
    if (kind !== 'code') expect(lineIds(editor).slice(0, 2)).toEqual(['first1', 'second']);
    expect(editor.state.doc.textBetween(0, editor.state.doc.content.size, ' ').trim()).toMatch(/^One\s+Two/);
    editor.commands.selectAll();
    expect(turn(editor, 'paragraph')).toBe(true);
    expect(editor.getText({ blockSeparator: '|' })).toMatch(/^One\|Two/);
    expect(new Set(kinds(editor))).toEqual(new Set(['paragraph']));
  });

  it('leave the list that they were an item of, which goes on before and after them', () => {
    const list: JSONContent = {
      type: 'bulletList',
      attrs: { id: 'list01' },
      content: ['One', 'Two', 'Three'].map((text) => item(`item${text}`, line(`line${text}`, text))),
    };
    const editor = writing([list], 'Two');
    expect(turn(editor, 'heading')).toBe(true);
    expect(kinds(editor)).toEqual(['bulletList', 'heading', 'bulletList']);
    expect(lineIds(editor)).toEqual(['lineOne', 'lineTwo', 'lineThree']);
    expect(editor.state.selection.$from.parent.textContent).toBe('Two');
    expect(editor.state.doc.child(0).attrs.id).toBe('list01');
  });

  it('take the whole list and its levels along into another kind of list', () => {
    const inner: JSONContent = {
      type: 'bulletList',
      attrs: { id: 'inner1' },
      content: [item('item02', line('line02', 'Two'))],
    };
    const list: JSONContent = {
      type: 'bulletList',
      attrs: { id: 'list01' },
      content: [item('item01', line('line01', 'One'), inner), item('item03', line('line03', 'Three'))],
    };
    const editor = writing([list], 'Three');
    expect(turn(editor, 'tasks')).toBe(true);
    expect(kinds(editor)).toEqual(['taskList']);
    expect(editor.state.doc.firstChild?.firstChild?.lastChild?.type.name).toBe('taskList');
    expect(lineIds(editor)).toEqual(['line01', 'line02', 'line03']);
  });

  it.each(textBlocks)('lose neither who spoke nor the title of a box as %s', (kind) => {
    const pull = { type: 'pullQuote', attrs: { attribution: 'The crew' }, content: [line('line01', 'One')] };
    const box = { type: 'factBox', attrs: { title: 'In short' }, content: [line('line02', 'Two')] };
    const whole = (editor: Editor) => JSON.stringify(editor.getJSON());
    const [quote, facts] = [writing([pull], 'One'), writing([box], 'Two')];
    for (const editor of [quote, facts]) editor.commands.selectAll();
    expect([turn(quote, kind), turn(facts, kind)]).toEqual([true, true]);
    expect(whole(quote)).toContain('The crew');
    expect(whole(facts)).toContain('In short');
  });

  it.each(['bullets', 'numbers', 'tasks', 'quote', 'code'] as const)(
    'are text again after the key for %s a second time',
    (kind) => {
      const editor = writing([line('line01', 'One'), line('line02', 'Two')], 'Two');
      const press = () => turn(editor, kindByKey(editor, kind));
      press();
      expect(kinds(editor)).not.toEqual(['paragraph', 'paragraph']);
      press();
      expect(kinds(editor)).toEqual(['paragraph', 'paragraph']);
      expect(lineIds(editor)).toEqual(['line01', 'line02']);
    },
  );

  it('say who spoke when a quote becomes a large one', () => {
    const quote: JSONContent = {
      type: 'blockquote',
      attrs: { id: 'quote1', attribution: 'The crew' },
      content: [line('line01', 'One')],
    };
    const editor = writing([quote], 'One');
    expect(turn(editor, 'pullQuote')).toBe(true);
    expect(editor.state.doc.firstChild?.attrs).toMatchObject({ id: 'quote1', attribution: 'The crew' });
  });

  it('stay what they are where the other kind may not stand', () => {
    const points: JSONContent = {
      type: 'keyPoints',
      attrs: { id: 'points' },
      content: [line('line01', 'One'), line('line02', 'Two')],
    };
    const editor = writing([points], 'One');
    expect(turn(editor, 'heading')).toBe(false);
    expect(kinds(editor)).toEqual(['keyPoints']);
  });
});
