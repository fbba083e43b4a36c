import { schemas } from '@broadsheet/document';
import type { Editor } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { SlashMenu } from './slash-menu.svelte.ts';

/** An editor with the caret at the end of its last line, as far as the menu looks at it. */
function editor(...lines: string[]): Editor {
  const { body } = schemas;
  const doc = body.node(
    'doc',
    null,
    lines.map((line) => body.node('paragraph', null, body.text(line))),
  );
  const state = EditorState.create({ doc, selection: TextSelection.atEnd(doc) });
  const dom = { setAttribute: () => undefined, removeAttribute: () => undefined };
  const view = { dom, coordsAtPos: () => ({ left: 0, top: 0, bottom: 0 }) };
  return { isEditable: true, state, view } as unknown as Editor;
}

describe('the menu of blocks', () => {
  beforeAll(() => void vi.stubGlobal('DOMRect', class {}));

  it('keeps the offer one has come to while somebody else writes, and begins anew with another word', () => {
    const menu = new SlashMenu();
    menu.follow(editor('The river', '/h'));
    menu.press({ key: 'ArrowDown' } as KeyboardEvent, editor('The river', '/h'));
    expect(menu.active).toBe(1);
    menu.follow(editor('The river rose', '/h'));
    expect(menu.active).toBe(1);
    menu.follow(editor('The river rose', '/he'));
    expect(menu.active).toBe(0);
  });
});
