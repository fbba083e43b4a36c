import type { Editor } from '@tiptap/core';
import { idOf, rangeAt, rangeOfNode, rangeOfSelection, type BlockRange } from './block-range.ts';
import { placeOf } from './insert-blocks.ts';

/** The handle with what is between it and its block, in pixels. */
const handleWidth = 48;

/** The block that the handle in the margin belongs to: the one pointed at, else the one written in. */
export class BlockHandles {
  /** Where the block begins; null while there is no handle. */
  at = $state<number | null>(null);
  /** Its place on the screen. */
  rect = $state.raw<{ top: number; left: number } | null>(null);
  menu = $state(false);
  /** The id of the first block that is being dragged, all of which are selected. */
  dragged: string | null = null;
  /** What others write moves the block, and its id stays. */
  #id: string | null = null;

  /** Shows the handle at the block at a point of the screen. */
  pointAt(editor: Editor, x: number, y: number): void {
    if (this.menu || this.dragged) return;
    const box = editor.view.dom.getBoundingClientRect();
    const inside = Math.min(Math.max(x, box.left + 4), box.right - 4);
    const found = editor.view.posAtCoords({ left: inside, top: y });
    const range = found && rangeAt(editor.state.doc, found.inside >= 0 ? found.inside : found.pos);
    if (range) this.#show(editor, range);
  }

  /** Shows it at the block that one writes in. */
  followSelection(editor: Editor): void {
    if (this.menu || this.dragged) return;
    const range = rangeOfSelection(editor.state);
    if (range) this.#show(editor, range);
    else this.hide();
  }

  /** Puts it where its block is now that the page is drawn otherwise, or others have written. */
  stay(editor: Editor): void {
    if (this.at === null) return;
    const at = this.#id === null ? null : placeOf(editor, this.#id);
    const range = at !== null && rangeOfNode(editor.state.doc, at);
    if (range) this.#show(editor, range);
    else this.hide();
  }

  /** Opens the menu of the blocks at the selection; true, for the key is taken. */
  openAtSelection(editor: Editor): boolean {
    this.followSelection(editor);
    this.menu = this.at !== null;
    return this.menu;
  }

  hide(): void {
    if (this.menu || this.dragged) return;
    this.at = null;
    this.rect = null;
  }

  #show(editor: Editor, range: BlockRange): void {
    const dom = editor.view.nodeDOM(range.from);
    if (!(dom instanceof HTMLElement)) return this.hide();
    const { top, left } = dom.getBoundingClientRect();
    const canvas = editor.view.dom.closest('.scroll')?.getBoundingClientRect();
    const line = Number.parseFloat(getComputedStyle(dom).lineHeight) || 24;
    this.at = range.from;
    this.#id = idOf(range);
    this.rect = {
      top: top + Math.max(0, (Math.min(line, 40) - 24) / 2),
      // in the margin beside what is wider than the text too, where there is one
      left: Math.max(
        Math.min(left, editor.view.dom.getBoundingClientRect().left),
        (canvas?.left ?? 0) + handleWidth,
      ),
    };
  }
}
