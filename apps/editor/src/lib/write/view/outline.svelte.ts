import type { Editor } from '@tiptap/core';
import { placeOf } from '../blocks/insert-blocks.ts';
import { TypingPause } from '../typing-pause.ts';

export interface OutlineHeading {
  id: string;
  level: number;
  text: string;
}

const pause = 250;

/** The headings of the text, and the one that the caret stands under. Looked for while the outline is open only. */
export class Outline {
  headings = $state.raw<readonly OutlineHeading[]>([]);
  /** Its place in the list; -1 before the first. */
  current = $state(-1);
  readonly #editor: Editor;
  readonly #pause = new TypingPause(() => this.#look(), pause);

  constructor(editor: Editor) {
    this.#editor = editor;
    editor.on('update', this.#pause.typed).on('selectionUpdate', this.#pause.typed);
    this.#look();
  }

  goTo({ id }: OutlineHeading): void {
    const at = placeOf(this.#editor, id);
    if (at === null) return;
    const { view } = this.#editor;
    this.#editor.commands.setTextSelection(at + 1);
    view.focus();
    const canvas = view.dom.closest('.scroll');
    if (!canvas) return;
    const { top } = view.coordsAtPos(at + 1);
    canvas.scrollBy({ top: top - canvas.getBoundingClientRect().top - 32 });
  }

  destroy(): void {
    this.#pause.end();
    this.#editor.off('update', this.#pause.typed).off('selectionUpdate', this.#pause.typed);
  }

  #look(): void {
    if (this.#editor.isDestroyed) return;
    const { doc, selection } = this.#editor.state;
    const headings: OutlineHeading[] = [];
    let current = -1;
    doc.forEach((block, at) => {
      if (block.type.name !== 'heading' || block.textContent === '') return;
      if (at <= selection.from) current = headings.length;
      headings.push({
        id: String(block.attrs['id']),
        level: Number(block.attrs['level']),
        text: block.textContent,
      });
    });
    this.headings = headings;
    this.current = current;
  }
}
