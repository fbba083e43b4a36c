import { Extension, type Editor } from '@tiptap/core';
import { blockIdAt } from '../pictures/picture-drop.ts';

/** What has to be known before a block can stand in the text: an empty one could not be published. */
export type Asked = 'table' | 'video' | 'audio' | 'embed' | 'relatedStory';
/** Chosen in the media library. */
export type AskedPictures = 'picture' | 'gallery';

export interface Ask {
  kind: Asked;
  /** The top block after which the new one belongs. */
  afterBlock: string | null;
  /** Where the question stands on the screen. */
  rect: { top: number; bottom: number; left: number };
  /** For a block that is there already: what to do with its new attributes. */
  change?: (attrs: Record<string, unknown>) => void;
}

/** The question that is open at the text, if any. */
export class BlockAsks {
  open = $state.raw<Ask | null>(null);
  readonly #onpictures: (kind: AskedPictures) => void;

  /** @param onpictures pictures were asked for, at the selection */
  constructor(onpictures: (kind: AskedPictures) => void) {
    this.#onpictures = onpictures;
  }

  /** Asks for what a new block at the selection needs. */
  ask(editor: Editor, kind: Asked): void {
    const { from } = editor.state.selection;
    const { top, bottom, left } = editor.view.coordsAtPos(from);
    this.open = { kind, afterBlock: blockIdAt(editor, from), rect: { top, bottom, left } };
  }

  /** Asks anew for a block that is there; the question stands at an element of it. */
  askAgain(kind: Asked, at: Element, change: (attrs: Record<string, unknown>) => void): void {
    this.open = { kind, afterBlock: null, rect: at.getBoundingClientRect(), change };
  }

  askPictures(kind: AskedPictures): void {
    this.#onpictures(kind);
  }

  close(): void {
    this.open = null;
  }
}

declare module '@tiptap/core' {
  interface Storage {
    blockAsks: { asks: BlockAsks | null };
  }
}

/** Lets whatever inserts blocks find the page's questions by the editor alone. */
export const AskingBlocks = Extension.create<{ asks: BlockAsks | null }, { asks: BlockAsks | null }>({
  name: 'blockAsks',
  addOptions: () => ({ asks: null }),
  addStorage() {
    return { asks: this.options.asks };
  },
});
