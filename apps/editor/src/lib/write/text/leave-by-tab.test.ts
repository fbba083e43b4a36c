import { bodyExtensions } from '@broadsheet/document';
import { Editor, getExtensionField, type JSONContent } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { LeaveByTab } from './leave-by-tab.ts';

type Keys = Record<string, () => boolean>;

const line = (text: string): JSONContent => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const list = (type: string, item: string, ...items: (string | JSONContent)[][]): JSONContent => ({
  type,
  content: items.map((parts) => ({
    type: item,
    content: parts.map((part) => (typeof part === 'string' ? line(part) : part)),
  })),
});
const kinds = [
  ['bullets', 'bulletList', 'listItem'],
  ['numbers', 'orderedList', 'listItem'],
  ['tasks', 'taskList', 'taskItem'],
] as const;

/** A body with the caret behind some words. */
function writing(words: string, ...content: JSONContent[]): Editor {
  const editor = new Editor({ element: null, extensions: bodyExtensions, content: { type: 'doc', content } });
  editor.state.doc.descendants((node, at) => {
    if (node.text === words) editor.commands.setTextSelection(at + words.length);
  });
  return editor;
}

/** Whether the text takes a key itself. */
function press(editor: Editor, key: 'Tab' | 'Shift-Tab'): boolean {
  const { name, options } = LeaveByTab;
  const keys = getExtensionField<() => Keys>(LeaveByTab, 'addKeyboardShortcuts', {
    ...{ name, options, storage: {}, editor },
  })();
  return keys[key]?.() ?? false;
}

const depth = ({ state }: Editor): number => state.selection.$head.depth;

describe('Tab in a list', () => {
  it.each(kinds)('puts an item of %s a level deeper, and Shift Tab takes it out again', (_, type, item) => {
    const editor = writing('two', list(type, item, ['one'], ['two']));
    const before = editor.getJSON();
    expect(press(editor, 'Tab')).toBe(true);
    expect(depth(editor)).toBe(5);
    expect(press(editor, 'Shift-Tab')).toBe(true);
    expect(editor.getJSON()).toEqual(before);
    expect(press(editor, 'Shift-Tab')).toBe(true);
    expect(depth(editor)).toBe(1);
  });

  it.each(kinds)('stays in the text where an item of %s goes no deeper', (_, type, item) => {
    const editor = writing('one', list(type, item, ['one'], ['two']));
    const before = editor.getJSON();
    expect(press(editor, 'Tab')).toBe(true);
    expect(editor.getJSON()).toEqual(before);
  });

  it('is none of the text’s outside it', () => {
    const editor = writing('below', list('bulletList', 'listItem', ['one']), line('below'));
    expect(press(editor, 'Tab')).toBe(false);
    expect(press(editor, 'Shift-Tab')).toBe(false);
  });
});
