import { languages } from '@broadsheet/types';
import { Extension, type Editor, type Range } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { offers, type BlockKind } from './blocks.ts';
import { learn } from '#lib/locale/learn.ts';
import { matchingBlocks } from './matching-blocks.ts';
import { slashWord, withoutSlash } from './slash-word.ts';

interface Options {
  menu: SlashMenu | null;
}

/** The menu that opens with a slash at the start of a block. The focus stays in the text. */
export class SlashMenu {
  readonly id = 'slash-menu';
  items = $state.raw<readonly BlockKind[]>([]);
  query = $state('');
  active = $state(0);
  open = $state(false);
  /** Where the slash stands on the screen. */
  rect = $state.raw<DOMRect | null>(null);
  /** Put away by Esc: it stays so until the slash is gone. */
  #dismissed = false;
  /** The slash that a button wrote: it goes again when nothing was chosen. */
  #written: Range | null = null;
  #isOwnLine = false;
  #choose: (kind: BlockKind) => void = () => undefined;

  /** Writes the slash for who pressed a button. @param isOwnLine whether the line was made for it, too */
  ask(editor: Editor, isOwnLine: boolean): void {
    this.#isOwnLine = isOwnLine;
    const { to } = editor.state.selection;
    this.#written = { from: to, to: to + 1 };
    editor.commands.insertContent('/');
  }

  /** Follows what stands before the caret. */
  follow(editor: Editor): void {
    const asked = editor.isEditable ? slashWord(editor.state) : null;
    if (!asked) {
      this.#dismissed = false;
      if (this.open) this.hide(editor);
      this.#takeBack(editor);
      return;
    }
    if (asked.query !== '') this.#written = null;
    else if (this.#written) this.#written = asked.range;
    if (this.#dismissed) return;
    const { left, top, bottom } = editor.view.coordsAtPos(asked.range.from);
    // blocks are found by their names in any language of the newsroom
    void Promise.allSettled(languages.map(learn));
    this.items = matchingBlocks(asked.query);
    if (!this.open || this.query !== asked.query) this.active = 0;
    this.query = asked.query;
    this.rect = new DOMRect(left, top, 0, bottom - top);
    this.open = this.items.length > 0;
    this.#choose = (kind) => this.insert(editor, asked.range, kind);
    this.#mark(editor);
  }

  hide(editor: Editor): void {
    this.open = false;
    this.#mark(editor);
  }

  choose(kind: BlockKind): void {
    this.#choose(kind);
  }

  /** True if the key was the menu's. */
  press(event: KeyboardEvent, editor: Editor): boolean {
    if (!this.open) return false;
    const count = this.items.length;
    if (event.key === 'ArrowDown') this.active = (this.active + 1) % count;
    else if (event.key === 'ArrowUp') this.active = (this.active + count - 1) % count;
    else if (event.key === 'Enter') {
      const kind = this.items[this.active];
      if (kind) this.choose(kind);
    } else if (event.key === 'Escape') {
      this.#dismissed = true;
      this.hide(editor);
      this.#takeBack(editor);
    } else return false;
    this.#mark(editor);
    return true;
  }

  insert(editor: Editor, range: Range, kind: BlockKind): void {
    editor.chain().focus().deleteRange(range).run();
    offers[kind].run(editor);
  }

  #takeBack(editor: Editor): void {
    const range = this.#written;
    this.#written = null;
    // after the change that told of it
    if (range) queueMicrotask(() => withoutSlash(editor, range, this.#isOwnLine));
  }

  /** Tells screen readers which offer is the current one. */
  #mark(editor: Editor): void {
    const { dom } = editor.view;
    if (!this.open) {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
      return;
    }
    dom.setAttribute('aria-controls', this.id);
    dom.setAttribute('aria-activedescendant', `${this.id}-${this.items[this.active] ?? ''}`);
  }
}

export const SlashCommands = Extension.create<Options>({
  name: 'slashCommands',
  // while the menu is open its keys mean nothing else
  priority: 1700,

  addOptions() {
    return { menu: null };
  },

  addProseMirrorPlugins() {
    const { menu } = this.options;
    if (!menu) return [];
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('slashCommands'),
        view: () => ({
          update: ({ state }, before) => {
            if (!state.doc.eq(before.doc) || !state.selection.eq(before.selection)) menu.follow(editor);
          },
          destroy: () => (menu.open = false),
        }),
        props: { handleKeyDown: (_view, event) => menu.press(event, editor) },
      }),
    ];
  },
});
