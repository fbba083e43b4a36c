import { Extension, type Editor, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import { offers, type BlockKind } from './blocks.ts';
import { matchingBlocks } from './matching-blocks.ts';

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
  #choose: (kind: BlockKind) => void = () => undefined;

  show(props: SuggestionProps<BlockKind, BlockKind>): void {
    this.items = props.items;
    this.query = props.query;
    this.rect = props.clientRect?.() ?? null;
    this.active = 0;
    this.open = this.items.length > 0;
    this.#choose = props.command;
    this.#mark(props.editor);
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
    } else if (event.key === 'Escape') this.hide(editor);
    else return false;
    this.#mark(editor);
    return true;
  }

  insert(editor: Editor, range: Range, kind: BlockKind): void {
    editor.chain().focus().deleteRange(range).run();
    offers[kind].run(editor);
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

/** Lines in which a slash is a slash. */
const wordsOnly = new Set(['caption', 'codeBlock']);

export const SlashCommands = Extension.create<Options>({
  name: 'slashCommands',

  addOptions() {
    return { menu: null };
  },

  addProseMirrorPlugins() {
    const { menu } = this.options;
    if (!menu) return [];
    const { editor } = this;
    return [
      Suggestion<BlockKind, BlockKind>({
        editor,
        char: '/',
        startOfLine: true,
        pluginKey: new PluginKey('slashCommands'),
        items: ({ query }) => matchingBlocks(query),
        allow: ({ state, range }) => !wordsOnly.has(state.doc.resolve(range.from).parent.type.name),
        command: ({ range, props }) => menu.insert(editor, range, props),
        render: () => ({
          onStart: (props) => menu.show(props),
          onUpdate: (props) => menu.show(props),
          onExit: () => menu.hide(editor),
          onKeyDown: ({ event }) => menu.press(event, editor),
        }),
      }),
    ];
  },
});
