import { readTexts } from '@broadsheet/document';
import type { Editor } from '@tiptap/core';
import type { Doc } from 'yjs';
import { onChange } from '../on-change.ts';
import { TypingPause } from '../typing-pause.ts';
import { whenIdle } from '../when-idle.ts';
import { countsOf, countsOfSelection, type TextCounts } from './text-counts.ts';

const pause = 250;

/** How long the text and the selection are: counted once the typing pauses, never for a key. */
export class Counting {
  text = $state.raw<TextCounts | null>(null);
  /** Null while nothing is selected. */
  selection = $state.raw<TextCounts | null>(null);
  readonly #pause: TypingPause;
  readonly #unlisten: () => void;
  #selections: ReturnType<typeof setTimeout> | undefined;

  constructor(doc: Doc) {
    const count = () => (this.text = countsOf(readTexts(doc).body));
    this.#pause = new TypingPause(() => whenIdle(count), pause);
    this.#unlisten = onChange(doc, this.#pause.typed);
    this.#pause.typed();
  }

  /** Follows what is selected in a field. */
  follow(editor: Editor): void {
    editor.on('selectionUpdate', () => {
      clearTimeout(this.#selections);
      if (editor.state.selection.empty) this.selection = null;
      else
        this.#selections = setTimeout(() => {
          // of the selection as it is by then: the text may have become shorter
          if (!editor.isDestroyed) this.selection = countsOfSelection(editor.state);
        }, pause / 2);
    });
  }

  destroy(): void {
    this.#unlisten();
    this.#pause.end();
    clearTimeout(this.#selections);
  }
}
