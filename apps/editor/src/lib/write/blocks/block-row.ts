import { newBlockId } from '@broadsheet/document';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { insertBlock, placeOf, type NewBlock } from './insert-blocks.ts';

interface Place {
  from: number;
  to: number;
}

/** Puts the block that arrives first where all of them belong. */
type PutFirst = (editor: Editor, block: NewBlock) => void;

/**
 * Blocks that stand beside each other in an order which is known before they are there, like pictures on their way.
 * Whichever arrives first finds the place, the others stand before or behind it; in the place of a
 * paragraph that was put there for it, where there is one.
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
    const place = this.#wordsAt(editor, index, block.type) ?? this.#beside(editor, index, block.type);
    if (place === null) this.#putFirst(editor, identified);
    else insertBlock(editor, place, identified);
    this.#ids.set(index, id);
  }

  /** The words that stand where a block of a type may still come, as somebody may have changed them; null if none do. */
  words(editor: Editor, index: number, type: string): Node | null {
    const place = this.#wordsAt(editor, index, type);
    return place && editor.state.doc.nodeAt(place.from);
  }

  #wordsAt(editor: Editor, index: number, type: string): Place | null {
    const { doc, schema } = editor.state;
    const from = placeOf(editor, this.#ids.get(index) ?? '');
    const kind = schema.nodes[type];
    if (from === null || !kind) return null;
    const $from = doc.resolve(from);
    const mayCome = $from.parent.canReplaceWith($from.index(), $from.index() + 1, kind);
    const node = $from.nodeAfter;
    return node?.type.name === 'paragraph' && mayCome ? { from, to: from + node.nodeSize } : null;
  }

  /** Behind the nearest that comes before it, else before the nearest that comes after it; null if all are gone. */
  #beside(editor: Editor, index: number, type: string): Place | null {
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
      if (kind && $place.parent.canReplaceWith($place.index(), $place.index(), kind))
        return { from: place, to: place };
    }
    return null;
  }
}
