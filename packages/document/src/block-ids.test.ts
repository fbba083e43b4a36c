import { Editor } from '@tiptap/core';
import { joinBackward } from '@tiptap/pm/commands';
import { Slice, type Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { blockIdsPlugin } from './block-ids.ts';
import { bodyExtensions } from './extensions.ts';

function writing(...paragraphs: [id: string, text: string][]): Editor {
  const content = paragraphs.map(([id, text]) => ({
    type: 'paragraph',
    attrs: { id },
    content: text === '' ? [] : [{ type: 'text', text }],
  }));
  const editor = new Editor({ element: null, extensions: bodyExtensions, content: { type: 'doc', content } });
  editor.registerPlugin(blockIdsPlugin());
  return editor;
}

function idsByText(editor: Editor): [string, string][] {
  const ids: [string, string][] = [];
  editor.state.doc.descendants((node) => {
    if (node.isTextblock) ids.push([node.textContent, String(node.attrs.id)]);
  });
  return ids;
}

function allIds(document: Node): unknown[] {
  const ids: unknown[] = [];
  document.descendants((node) => {
    if ('id' in node.attrs) ids.push(node.attrs.id);
  });
  return ids;
}

function expectUniqueIds(editor: Editor): void {
  const ids = allIds(editor.state.doc);
  expect(ids).not.toContain(null);
  expect(new Set(ids).size).toBe(ids.length);
}

describe('the id of a block', () => {
  it('stays with the first half when a paragraph is split', () => {
    const editor = writing(['first1', 'hello world']);
    editor.commands.setTextSelection(6);
    editor.commands.splitBlock();
    const ids = idsByText(editor);
    expect(ids[0]).toEqual(['hello', 'first1']);
    expect(ids[1]?.[0]).toBe(' world');
    expectUniqueIds(editor);
  });

  it('moves with the text when Enter is pressed at its start', () => {
    const editor = writing(['first1', 'hello']);
    editor.commands.setTextSelection(1);
    editor.commands.splitBlock();
    expect(idsByText(editor)[1]).toEqual(['hello', 'first1']);
    expectUniqueIds(editor);
  });

  it('is the first one’s when two paragraphs are joined', () => {
    const editor = writing(['first1', 'one'], ['second', 'two']);
    editor.commands.setTextSelection(6);
    editor.commands.command(({ state, dispatch }) => joinBackward(state, dispatch));
    expect(idsByText(editor)).toEqual([['onetwo', 'first1']]);
  });

  it('survives becoming a heading, a list and a quote', () => {
    const editor = writing(['first1', 'one'], ['second', 'two']);
    const texts = [
      ['one', 'first1'],
      ['two', 'second'],
    ];
    for (const change of [
      () => editor.commands.setHeading({ level: 2 }),
      () => editor.commands.setParagraph(),
      () => editor.commands.toggleList('bulletList', 'listItem'),
      () => editor.commands.toggleList('orderedList', 'listItem'),
      () => editor.commands.toggleList('orderedList', 'listItem'),
      () => editor.commands.toggleWrap('blockquote'),
    ]) {
      editor.commands.selectAll();
      change();
      expect(idsByText(editor)).toEqual(texts);
      expectUniqueIds(editor);
    }
  });

  it('stays with the original when a copy is pasted before it', () => {
    const editor = writing(['first1', 'one'], ['second', 'two']);
    const copy = editor.state.doc.slice(0, editor.state.doc.content.size);
    editor.commands.command(({ tr }) => Boolean(tr.replace(0, 0, new Slice(copy.content, 0, 0))));
    expect(idsByText(editor).slice(2)).toEqual([
      ['one', 'first1'],
      ['two', 'second'],
    ]);
    expectUniqueIds(editor);
  });

  it('goes along when a block is cut and pasted elsewhere', () => {
    const editor = writing(['first1', 'one'], ['second', 'two']);
    const cut = editor.state.doc.slice(0, 5);
    editor.commands.command(({ tr }) => Boolean(tr.delete(0, 5).insert(tr.doc.content.size, cut.content)));
    expect(idsByText(editor)).toEqual([
      ['two', 'second'],
      ['one', 'first1'],
    ]);
  });

  it('is given to a picture put in, whose caption needs none', () => {
    const editor = writing(['first1', 'one']);
    editor.commands.insertPicture({ mediaId: '01890000-0000-7000-8000-000000000000' });
    expect(editor.getJSON().content.map((node) => node.type)).toContain('picture');
    expectUniqueIds(editor);
  });
});
