import { isSafeHref } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { createSubscriber } from 'svelte/reactivity';
import { blockAt, turnSelection, type TextBlock } from './blocks.ts';

export type TextMark = 'bold' | 'italic' | 'strike';

/** What the format bars know about the selection of an editor, and what they do to it. */
export class TextTools {
  readonly editor: Editor;
  /** The address of the link is being typed. */
  linking = $state(false);
  #pressed = false;
  readonly #subscribe: () => void;

  constructor(editor: Editor) {
    this.editor = editor;
    this.#subscribe = createSubscriber((update) => {
      const press = () => {
        this.#pressed = true;
        update();
      };
      const release = () => {
        this.#pressed = false;
        update();
      };
      editor.on('transaction', update).on('focus', update).on('blur', update);
      const { dom } = editor.view;
      dom.addEventListener('pointerdown', press);
      addEventListener('pointerup', release);
      return () => {
        editor.off('transaction', update).off('focus', update).off('blur', update);
        dom.removeEventListener('pointerdown', press);
        removeEventListener('pointerup', release);
      };
    });
  }

  /** Some text is selected, and not while it is still being selected with the mouse. */
  get hasSelection(): boolean {
    this.#subscribe();
    const { selection } = this.editor.state;
    return selection instanceof TextSelection && !selection.empty && !this.#pressed && this.editor.isEditable;
  }

  get isFocused(): boolean {
    this.#subscribe();
    return this.editor.isFocused;
  }

  get block(): TextBlock {
    this.#subscribe();
    return blockAt(this.editor);
  }

  /** The address of the link at the selection. */
  get href(): string | null {
    this.#subscribe();
    const href: unknown = this.editor.getAttributes('link').href;
    return typeof href === 'string' ? href : null;
  }

  isOn(mark: TextMark): boolean {
    this.#subscribe();
    return this.editor.isActive(mark);
  }

  toggle(mark: TextMark): void {
    this.editor.chain().toggleMark(mark).run();
  }

  turn(to: TextBlock): void {
    turnSelection(this.editor, to);
  }

  /** False if the address leads nowhere that a reader may be sent. */
  link(typed: string): boolean {
    const href = asHref(typed);
    if (href === null) return false;
    const { editor } = this;
    // What is typed next goes on after the link, and does not replace it.
    const goBehind = ({ tr }: { tr: Transaction }) =>
      Boolean(tr.setSelection(TextSelection.near(tr.doc.resolve(tr.selection.to), -1)));
    editor.chain().extendMarkRange('link').setLink({ href }).command(goBehind).run();
    // At once: Tiptap's own `focus` waits for a frame, and a fast key would be lost.
    editor.view.focus();
    this.linking = false;
    return true;
  }

  unlink(): void {
    this.editor.chain().extendMarkRange('link').unsetLink().focus().run();
    this.linking = false;
  }

  /** Where the selection stands on the screen. */
  place(): { top: number; bottom: number; left: number } {
    const { view, state } = this.editor;
    const start = view.coordsAtPos(state.selection.from);
    const end = view.coordsAtPos(state.selection.to, -1);
    return { top: start.top, bottom: end.bottom, left: Math.min(start.left, end.left) };
  }
}

/** What was typed as a safe address; a bare domain gets https. Null if it can't be one. */
export function asHref(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  if (isSafeHref(text)) return text;
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(text))
    return isSafeHref(`mailto:${text}`) ? `mailto:${text}` : null;
  const whole = `https://${text}`;
  return /^[^\s/:]+\.[^\s/:.]{2,}(?:[/?#:].*)?$/u.test(text) && isSafeHref(whole) ? whole : null;
}
