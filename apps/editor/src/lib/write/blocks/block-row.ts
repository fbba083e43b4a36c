import { newBlockId } from '@broadsheet/document';
import type { Editor } from '@tiptap/core';
import { insertBlock, placeOf, type NewBlock } from './insert-blocks.ts';

/** Puts the block that arrives first where all of them belong. */
type PutFirst = (editor: Editor, block: NewBlock) => void;

/**
 * Blocks that stand beside each other in an order which is known before they are there, like pictures on their way.
 * Whichever arrives first finds the place, the others stand before or behind it.
 */
export class BlockRow {
  readonly #putFirst: PutFirst;
  /** The ids of those that are there, by their place in the row. */
  readonly #ids = new Map<number, string>();

  constructor(putFirst: PutFirst) {
    this.#putFirst = putFirst;
  }

  put(editor: Editor, index: number, block: NewBlock): void {
    const id = newBlockId();
    const identified = { ...block, attrs: { ...block.attrs, id } };
    const at = this.#beside(editor, index, block.type);
    if (at === null) this.#putFirst(editor, identified);
    else insertBlock(editor, { from: at, to: at }, identified);
    this.#ids.set(index, id);
  }

  /** Behind the nearest that comes before it, else before the nearest that comes after it; null if all are gone. */
  #beside(editor: Editor, index: number, type: string): number | null {
    const { doc, schema } = editor.state;
    const kind = schema.nodes[type];
    const known = [...this.#ids].sort(([one], [other]) => one - other);
    const before = known.filter(([at]) => at < index).reverse();
    for (const [at, id] of [...before, ...known.filter((each) => each[0] > index)]) {
      const found = placeOf(editor, id);
      if (found === null) continue;
      const place = at < index ? found + (doc.nodeAt(found)?.nodeSize ?? 0) : found;
      const $place = doc.resolve(place);
      // it may have been taken somewhere where only its own kind stands
      if (kind && $place.parent.canReplaceWith($place.index(), $place.index(), kind)) return place;
    }
    return null;
  }
}
