import type { Media } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { api } from '#lib/api/client.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { cut } from '#lib/locale/cut.ts';
import { uploadPicture } from '#lib/media/upload-picture.ts';
import { BlockRow } from '../blocks/block-row.ts';
import { insertBehind } from '../blocks/insert-blocks.ts';
import type { MediaShelf } from '../pictures/media-shelf.svelte.ts';
import type { PastedPicture } from './clean-paste.ts';
import { fileOf } from './picture-file.ts';

const atOnce = 2;
const longestWords = 1000;

/** One picture of a paste. */
interface Coming extends PastedPicture {
  /** Those of its paste that stand behind the same block, and its place among them. */
  row: BlockRow;
  index: number;
}

/**
 * Pictures that were pasted with words, on their way into the library and then to their places. What the clipboard
 * holds is uploaded; what stands on another site is fetched by the server, never by this page.
 */
export class PastedPictures {
  #coming = $state.raw<readonly Coming[]>([]);
  #failed = $state.raw<readonly Coming[]>([]);
  /** Why the last one failed. */
  reason = $state('');
  /** How many the clipboard only names: files of another program. */
  local = $state(0);
  done = $state(0);
  all = $state(0);
  #busy = 0;
  #stop = new AbortController();
  readonly #articleId: string;
  readonly #editor: () => Editor | null;
  readonly #shelf: MediaShelf;

  constructor(articleId: string, shelf: MediaShelf, editor: () => Editor | null) {
    this.#articleId = articleId;
    this.#shelf = shelf;
    this.#editor = editor;
  }

  get isComing(): boolean {
    return this.done < this.all;
  }

  get failed(): number {
    return this.#failed.length;
  }

  bring(pictures: readonly PastedPicture[]): void {
    const reachable = pictures.filter(({ file, source }) => file !== null || !source.startsWith('file:'));
    this.local += pictures.length - reachable.length;
    const rows = new Map<string | null, BlockRow>();
    const rowBehind = (after: string | null) => {
      const row = rows.get(after) ?? new BlockRow((editor, block) => insertBehind(editor, after, block));
      rows.set(after, row);
      return row;
    };
    this.#begin(reachable.map((picture, index) => ({ ...picture, index, row: rowBehind(picture.after) })));
  }

  retry(): void {
    const again = this.#failed;
    this.#failed = [];
    this.#begin(again);
  }

  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#coming = [];
    this.all = 0;
    this.done = 0;
  }

  dismiss(): void {
    this.#failed = [];
    this.local = 0;
  }

  #begin(pictures: readonly Coming[]): void {
    if (!this.isComing) {
      this.all = 0;
      this.done = 0;
    }
    this.all += pictures.length;
    this.#coming = [...this.#coming, ...pictures];
    this.#next();
  }

  #next(): void {
    while (this.#busy < atOnce) {
      const [picture, ...rest] = this.#coming;
      if (!picture) return;
      this.#coming = rest;
      this.#busy += 1;
      void this.#bringOne(picture, this.#stop.signal);
    }
  }

  async #bringOne(picture: Coming, signal: AbortSignal): Promise<void> {
    try {
      const taken = await this.#intoLibrary(picture, signal);
      this.#shelf.put(taken);
      this.#place(picture, taken);
    } catch (error) {
      if (!signal.aborted) {
        this.reason = sentenceFor(error);
        this.#failed = [...this.#failed, picture];
      }
    }
    this.#busy -= 1;
    if (!signal.aborted) this.done += 1;
    this.#next();
  }

  async #intoLibrary({ file, source, alt, caption }: Coming, signal: AbortSignal): Promise<Media> {
    const articleId = this.#articleId;
    const given = file ?? (await fileOf(source));
    if (given) return uploadPicture(given, { articleId, signal });
    const words = caption.map((node) => (node.type === 'text' ? node.text : ' ')).join('');
    const input = {
      address: source,
      articleId,
      ...(alt !== null && { alt }),
      ...(words !== '' && { caption: cut(words, longestWords) }),
    };
    return api.post<Media>('/media/from-address', input, signal);
  }

  #place({ row, index, alt, caption }: Coming, { id: mediaId }: Media): void {
    const editor = this.#editor();
    const words = { type: 'caption', ...(caption.length > 0 && { content: caption }) };
    if (editor) row.put(editor, index, { type: 'picture', attrs: { mediaId, alt }, content: [words] });
  }
}
