import type { Editor } from '@tiptap/core';
import { captioned, placeOf } from './insert-blocks.ts';

/** Adds a picture at the end of a gallery; false if that is gone. */
export function addToGallery(editor: Editor, galleryId: string, mediaId: string): boolean {
  const at = placeOf(editor, galleryId);
  const gallery = at === null ? null : editor.state.doc.nodeAt(at);
  if (at === null || gallery?.type.name !== 'gallery') return false;
  const picture = editor.schema.nodeFromJSON(captioned('picture', { mediaId }));
  editor.view.dispatch(editor.state.tr.insert(at + gallery.nodeSize - 1, picture));
  return true;
}
