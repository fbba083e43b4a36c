import { readTexts } from '@broadsheet/document';
import type { Editor } from '@tiptap/core';
import type { Doc } from 'yjs';
import { onChange } from '../on-change.ts';
import { whenIdle } from '../when-idle.ts';
import { countsOf, countsOfSelection, type TextCounts } from './text-counts.ts';

const pause = 250;

/** How long the text and the selection are: counted once the typing pauses, never for a key. */
export class Counting {
  text = $state.raw<TextCounts | null>(null);
  /** Null while nothing is selected. */
  selection = $state.raw<TextCounts | null>(null);
  readonly #doc: Doc;
  readonly #unlisten: () => void;
  #texts: ReturnType<typeof setTimeout> | undefined;
  #selections: ReturnType<typeof setTimeout> | undefined;

  constructor(doc: Doc) {
    this.#doc = doc;
    this.#unlisten = onChange(doc, this.#edited);
    this.#edited();
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
    clearTimeout(this.#texts);
    clearTimeout(this.#selections);
  }

  #edited = (): void => {
    clearTimeout(this.#texts);
    this.#texts = setTimeout(() => whenIdle(() => (this.text = countsOf(readTexts(this.#doc).body))), pause);
  };
}
