import type { Editor } from '@tiptap/core';

export interface OutlineHeading {
  at: number;
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
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
    editor.on('update', this.#later).on('selectionUpdate', this.#later);
    this.#look();
  }

  goTo({ at }: OutlineHeading): void {
    const { view } = this.#editor;
    this.#editor.commands.setTextSelection(at + 1);
    view.focus();
    const canvas = view.dom.closest('.scroll');
    if (!canvas) return;
    const { top } = view.coordsAtPos(at + 1);
    canvas.scrollBy({ top: top - canvas.getBoundingClientRect().top - 32 });
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#editor.off('update', this.#later).off('selectionUpdate', this.#later);
  }

  #later = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), pause);
  };

  #look(): void {
    if (this.#editor.isDestroyed) return;
    const { doc, selection } = this.#editor.state;
    const headings: OutlineHeading[] = [];
    doc.forEach((block, at) => {
      if (block.type.name !== 'heading' || block.textContent === '') return;
      headings.push({ at, level: Number(block.attrs['level']), text: block.textContent });
    });
    this.headings = headings;
    this.current = headings.findLastIndex(({ at }) => at <= selection.from);
  }
}
