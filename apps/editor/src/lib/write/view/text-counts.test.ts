import { bodyExtensions } from '@broadsheet/document';
import { Editor } from '@tiptap/core';
import { NodeSelection, type Selection } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Doc } from 'yjs';
import { Counting } from './counting.svelte.ts';
import { countsOf, countsOfSelection } from './text-counts.ts';

describe('counting a text', () => {
  it('counts words, characters with spaces and without', () => {
    expect(countsOf('The old path\nis open.')).toEqual({ words: 5, characters: 20, letters: 17, minutes: 1 });
  });

  it('says that nothing takes no time', () => {
    expect(countsOf('')).toEqual({ words: 0, characters: 0, letters: 0, minutes: 0 });
  });

  it('takes 200 words a minute', () => {
    expect(countsOf('word '.repeat(700)).minutes).toBe(4);
  });

  it('counts kept spaces as spaces, and what nobody sees not at all', () => {
    expect(countsOf('5\u00A0км\u00AD')).toMatchObject({ words: 2, characters: 4, letters: 3 });
    expect(countsOf('Քաղաքը՝ բաց։')).toMatchObject({ words: 2, characters: 12 });
  });
});

describe('counting what is selected', () => {
  afterEach(() => void vi.useRealTimers());

  const line = (text: string) => ({
    type: 'paragraph',
    ...(text && { content: [{ type: 'text', text }] }),
  });
  const row = (...cells: string[]) => ({
    type: 'tableRow',
    content: cells.map((text) => ({ type: 'tableCell', content: [line(text)] })),
  });
  const writing = (...content: object[]) =>
    new Editor({ element: null, extensions: bodyExtensions, content: { type: 'doc', content } });
  const select = (editor: Editor, selection: Selection) =>
    editor.view.dispatch(editor.state.tr.setSelection(selection));

  it('counts the words of cells, and not those of the cells between them', () => {
    const editor = writing({ type: 'table', content: [row('one two', 'three'), row('four', 'five six')] });
    const [first, second] = [2, 2 + (editor.state.doc.nodeAt(1)?.nodeSize ?? 0)];
    select(editor, CellSelection.create(editor.state.doc, first, second));
    expect(countsOfSelection(editor.state)).toMatchObject({ words: 3, characters: 11 });
  });

  it('says nothing of a picture that has no words', () => {
    const caption = (text: string) => ({ type: 'caption', content: line(text).content });
    const picture = (text: string) => ({
      type: 'picture',
      attrs: { mediaId: '0b5e4a1c-7d3f-4a2b-9c8d-1e2f3a4b5c6d' },
      content: [caption(text)],
    });
    const editor = writing(picture(''), picture('The pier'));
    select(editor, NodeSelection.create(editor.state.doc, 0));
    expect(countsOfSelection(editor.state)).toBe(null);
    select(editor, NodeSelection.create(editor.state.doc, editor.state.doc.child(0).nodeSize));
    expect(countsOfSelection(editor.state)).toMatchObject({ words: 2 });
  });

  it('counts what is left where a chosen block became shorter in between', () => {
    vi.useFakeTimers();
    const editor = writing(line('The old path is open'));
    // which one without a screen otherwise says of itself
    vi.spyOn(editor, 'isDestroyed', 'get').mockReturnValue(false);
    const counting = new Counting(new Doc());
    counting.follow(editor);
    select(editor, NodeSelection.create(editor.state.doc, 0));
    editor.view.dispatch(editor.state.tr.delete(13, 21));
    vi.advanceTimersByTime(200);
    expect(counting.selection).toMatchObject({ words: 3 });
    counting.destroy();
  });
});
