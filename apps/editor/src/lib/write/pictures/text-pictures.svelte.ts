import { galleryPictures, type Language, type Media, type MediaKind } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { ApiError } from '#lib/api/api-error.ts';
import { notify, notifyFault } from '#lib/components/notify.ts';
import { kindOfFile } from '#lib/media/accepted-files.ts';
import { Uploads } from '#lib/media/uploads.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { BlockRow } from '../blocks/block-row.ts';
import { addToGallery } from '../blocks/gallery-pictures.ts';
import { captioned, insertAfter, insertBehind, newGallery, type NewBlock } from '../blocks/insert-blocks.ts';
import { MediaShelf } from './media-shelf.svelte.ts';
import { blockIdAt } from './picture-drop.ts';

/** Gets each of the files that were given together, in whatever order they arrive; `index` is its place among them. */
type Take = (media: Media, index: number) => void;

/** Pictures are being chosen. */
interface Choice {
  take: Take;
  /** How many may be chosen of the library. */
  most: number;
  /** Several files of this device may be given at once. */
  multiple: boolean;
}

const recordings: readonly MediaKind[] = ['video', 'audio'];

/** The pictures and recordings of a text: those in it, those on their way, and the ones being chosen. */
export class TextPictures {
  readonly shelf: MediaShelf;
  readonly uploads: Uploads;
  readonly language: Language;
  choosing = $state.raw<Choice | null>(null);
  readonly #editor: () => Editor | null;

  constructor(articleId: string, language: Language, editor: () => Editor | null) {
    this.uploads = new Uploads(articleId);
    this.shelf = new MediaShelf(articleId);
    this.language = language;
    this.#editor = editor;
  }

  /** Chooses a picture for the place where somebody writes, or files of this device. */
  chooseHere(): void {
    const editor = this.#editor();
    if (!editor) return;
    const place = blockIdAt(editor, editor.state.selection.from);
    this.choosing = { take: this.#into(textRow(place)), most: 1, multiple: true };
  }

  /** Chooses the pictures of a gallery for the place where somebody writes. */
  chooseGallery(): void {
    const editor = this.#editor();
    if (!editor) return;
    const place = blockIdAt(editor, editor.state.selection.from);
    const row = new BlockRow((into, picture) => void insertAfter(into, place, newGallery(picture)));
    this.choosing = { take: this.#into(row), most: galleryPictures.most, multiple: true };
  }

  /** Chooses pictures for a gallery that is there, as many as it still takes. */
  chooseMore(galleryId: string, most: number): void {
    const row = new BlockRow((editor, picture) => addToGallery(editor, galleryId, picture));
    this.choosing = { take: this.#into(row), most, multiple: true };
  }

  /** Opens the library; the one that is chosen or uploaded there goes to `take`. */
  choose(take: (picture: Media) => void): void {
    this.choosing = { take, most: 1, multiple: false };
  }

  take(chosen: readonly Media[]): void {
    const take = this.choosing?.take;
    this.choosing = null;
    for (const [index, picture] of chosen.entries()) {
      this.shelf.put(picture);
      take?.(picture, index);
    }
  }

  stopChoosing(): void {
    this.choosing = null;
  }

  /** Uploads files for the place that is being chosen for, behind what was chosen already. */
  send(files: readonly File[], chosen: readonly Media[] = []): void {
    const take = this.choosing?.take;
    this.take(chosen);
    if (take) this.#send(files, ['picture'], (media, index) => take(media, chosen.length + index));
  }

  /** Uploads files that were pasted or dropped after a block. */
  sendAfter(files: readonly File[], afterBlock: string | null): void {
    this.#send(files, ['picture', ...recordings], this.#into(textRow(afterBlock)));
  }

  /** Uploads files that fell beside the text, for the block at this height of the window. */
  sendNear(files: readonly File[], height: number): void {
    const editor = this.#editor();
    if (!editor) return;
    const box = editor.view.dom.getBoundingClientRect();
    const top = Math.min(Math.max(height, box.top + 1), box.bottom - 1);
    const place = editor.view.posAtCoords({ left: box.left + box.width / 2, top });
    this.sendAfter(files, place && blockIdAt(editor, place.pos));
  }

  #send(files: readonly File[], kinds: readonly MediaKind[], take: Take): void {
    const isTaken = (kind: MediaKind | null) => kind !== null && kinds.includes(kind);
    const refusal = ({ name }: File) => new ApiError('MEDIA_TYPE_REFUSED', 415, name);
    for (const file of files) if (!isTaken(kindOfFile(file))) this.uploads.refuse(file, refusal(file));
    for (const [index, file] of files.filter((each) => isTaken(kindOfFile(each))).entries())
      this.uploads.add([file], (media) => {
        this.shelf.put(media);
        // the library knows better than this device what it is
        if (isTaken(media.kind)) take(media, index);
        else notifyFault(refusal(file));
      });
  }

  #into(row: BlockRow): Take {
    return (media, index) => {
      const editor = this.#editor();
      if (editor) row.put(editor, index, blockOf(media));
      // The page was left while the file was on its way.
      else notify(m.write_uploads_landed({ name: media.filename }));
    };
  }
}

const textRow = (afterBlock: string | null): BlockRow =>
  new BlockRow((editor, block) => insertBehind(editor, afterBlock, block));

const blockOf = ({ id: mediaId, kind, duration }: Media): NewBlock =>
  recordings.includes(kind)
    ? captioned(kind, { src: '', mediaId, duration })
    : captioned('picture', { mediaId });
