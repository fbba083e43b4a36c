import type { Language, Media } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { ApiError } from '#lib/api/api-error.ts';
import { notify, notifyFault } from '#lib/components/notify.ts';
import { Uploads } from '#lib/media/uploads.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { addToGallery } from '../blocks/gallery-pictures.ts';
import { insertAfter, newGallery } from '../blocks/insert-blocks.ts';
import { MediaShelf } from './media-shelf.svelte.ts';
import { blockIdAt, insertPictureAfter, isPicture } from './picture-drop.ts';

/** The pictures of a text: those in it, those on their way, and the one being chosen. */
export class TextPictures {
  readonly shelf = new MediaShelf();
  readonly uploads: Uploads;
  readonly language: Language;
  choosing = $state(false);
  #take: (picture: Media) => void = () => undefined;
  readonly #editor: () => Editor | null;

  constructor(articleId: string, language: Language, editor: () => Editor | null) {
    this.uploads = new Uploads(articleId);
    this.language = language;
    this.#editor = editor;
  }

  /** Chooses a picture for the place where somebody writes. */
  chooseHere(): void {
    const editor = this.#editor();
    if (!editor) return;
    const place = blockIdAt(editor, editor.state.selection.from);
    this.choose((picture) => this.#insert(place, picture));
  }

  /** Chooses the first picture of a gallery for the place where somebody writes; further uploads join it. */
  chooseGallery(): void {
    const editor = this.#editor();
    if (!editor) return;
    const place = blockIdAt(editor, editor.state.selection.from);
    let gallery: string | null = null;
    this.choose((picture) => {
      if (gallery !== null && addToGallery(editor, gallery, picture.id)) return;
      gallery = insertAfter(editor, place, newGallery(picture.id));
    });
  }

  /** Opens the library; what is chosen or uploaded there goes to `take`. */
  choose(take: (picture: Media) => void): void {
    this.#take = take;
    this.choosing = true;
  }

  take(picture: Media): void {
    this.shelf.put(picture);
    this.choosing = false;
    this.#take(picture);
  }

  stopChoosing(): void {
    this.choosing = false;
  }

  /** Uploads files for the place that is being chosen for. */
  send(files: readonly File[]): void {
    const take = this.#take;
    this.choosing = false;
    for (const file of files) this.#upload(file, take);
  }

  /** Uploads files that were pasted or dropped after a block. */
  sendAfter(files: readonly File[], afterBlock: string | null): void {
    for (const file of files) this.#upload(file, (picture) => this.#insert(afterBlock, picture));
  }

  /** Uploads files that fell beside the text, for the block at this height of the window. */
  sendNear(files: readonly File[], height: number): void {
    const pictures = files.filter(isPicture);
    const [refused] = files;
    if (pictures.length === 0 && refused) notifyFault(new ApiError('MEDIA_TYPE_REFUSED', 415, refused.name));
    const editor = this.#editor();
    if (!editor) return;
    const box = editor.view.dom.getBoundingClientRect();
    const top = Math.min(Math.max(height, box.top + 1), box.bottom - 1);
    const place = editor.view.posAtCoords({ left: box.left + box.width / 2, top });
    this.sendAfter(pictures, place && blockIdAt(editor, place.pos));
  }

  #upload(file: File, take: (picture: Media) => void): void {
    this.uploads.add([file], (picture) => {
      this.shelf.put(picture);
      take(picture);
    });
  }

  #insert(afterBlock: string | null, picture: Media): void {
    const editor = this.#editor();
    if (editor) insertPictureAfter(editor, afterBlock, picture.id);
    // The page was left while the picture was on its way.
    else notify(m.write_uploads_landed({ name: picture.filename }));
  }
}
