import type { Editor } from '@tiptap/core';
import { insertBlock, placeOf, type NewBlock } from './insert-blocks.ts';

/** Adds a picture at the end of a gallery, if that is still there. */
export function addToGallery(editor: Editor, galleryId: string, picture: NewBlock): void {
  const at = placeOf(editor, galleryId);
  const gallery = at === null ? null : editor.state.doc.nodeAt(at);
  if (at === null || gallery?.type.name !== 'gallery') return;
  const end = at + gallery.nodeSize - 1;
  insertBlock(editor, { from: end, to: end }, picture);
}
