import { languages, type Language, type Media } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { api } from '#lib/api/client.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { notify, notifyFault } from '#lib/components/notify.ts';
import { askBeforeLeaving } from '#lib/desk/leaving.ts';
import { cut } from '#lib/locale/cut.ts';
import { uploadPicture } from '#lib/media/upload-picture.ts';
import { m } from '#lib/paraglide/messages.js';
import { BlockRow } from '../blocks/block-row.ts';
import { insertBehind, type NewBlock } from '../blocks/insert-blocks.ts';
import type { MediaShelf } from '../pictures/media-shelf.svelte.ts';
import type { PastedPicture } from './clean-paste.ts';
import { plainCaption, wordsToAdd } from './pasted-words.ts';
import { fileOf } from './picture-file.ts';

const atOnce = 2;
const longestWords = 1000;

/** One picture of a paste. */
interface Coming extends PastedPicture {
  /** Those of its paste that stand behind the same block, and its place among them. */
  row: BlockRow;
  index: number;
  /** Of the article; undefined where it could not be told. */
  language: Language | undefined;
}

const onTheirWay = new Set<Coming>();
askBeforeLeaving(() => onTheirWay.size > 0);

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
    const rows = new Map<string | null, BlockRow>();
    const rowBehind = (after: string | null) => {
      const row = rows.get(after) ?? new BlockRow((editor, block) => insertBehind(editor, after, block));
      rows.set(after, row);
      return row;
    };
    const lang = this.#editor()?.view.dom.lang;
    const language = languages.find((each) => each === lang);
    const all = pictures.map((picture, index) => ({
      ...picture,
      index,
      language,
      row: rowBehind(picture.after),
    }));
    const isReachable = ({ file, source }: Coming) => file !== null || !source.startsWith('file:');
    for (const picture of all.filter((each) => !isReachable(each))) {
      this.local += 1;
      this.#keepWords(picture);
    }
    this.#begin(all.filter(isReachable));
  }

  retry(): void {
    const again = this.#failed;
    this.#failed = [];
    this.#begin(again);
  }

  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    for (const picture of this.#coming) {
      onTheirWay.delete(picture);
      this.#keepWords(picture);
    }
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
    for (const picture of pictures) onTheirWay.add(picture);
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
      this.#keepWords(picture);
      if (!signal.aborted) this.#fail(picture, error);
    }
    onTheirWay.delete(picture);
    this.#busy -= 1;
    if (!signal.aborted) this.done += 1;
    this.#next();
  }

  #fail(picture: Coming, error: unknown): void {
    this.reason = sentenceFor(error);
    this.#failed = [...this.#failed, picture];
    // the page that would say so was left
    if (!this.#editor()) notifyFault(error);
  }

  async #intoLibrary(picture: Coming, signal: AbortSignal): Promise<Media> {
    const { file, source, alt, caption } = picture;
    const articleId = this.#articleId;
    const given = file ?? (await fileOf(source));
    if (given) return this.#described(await uploadPicture(given, { articleId, signal }), picture);
    const words = plainCaption(caption);
    const input = {
      address: source,
      articleId,
      ...(alt !== null && { alt }),
      ...(words !== '' && { caption: cut(words, longestWords) }),
    };
    return api.post<Media>('/media/from-address', input, signal);
  }

  /** The picture with what the clipboard said of it; without, where the library does not take that just now. */
  async #described(media: Media, { alt, caption, language }: Coming): Promise<Media> {
    const words = language && wordsToAdd(media, language, { alt, caption: plainCaption(caption) });
    if (!words) return media;
    const change = { ...words, version: media.version };
    return api.patch<Media>(`/media/${media.id}`, change).catch(() => media);
  }

  #place({ row, index, alt, caption }: Coming, { id: mediaId, filename }: Media): void {
    const editor = this.#editor();
    if (!editor) return notify(m.write_uploads_landed({ name: filename }));
    const kept = row.words(editor, index, 'picture')?.content.toJSON() as NewBlock[] | null | undefined;
    const words = kept ?? caption;
    const line = { type: 'caption', ...(words.length > 0 && { content: words }) };
    row.put(editor, index, { type: 'picture', attrs: { mediaId, alt }, content: [line] });
  }

  /** What was written below a picture is text: it stands in the place of one that does not come, until it does. */
  #keepWords({ row, index, caption }: Coming): void {
    const editor = this.#editor();
    if (!editor || plainCaption(caption).trim() === '' || row.words(editor, index, 'picture')) return;
    row.put(editor, index, { type: 'paragraph', content: caption });
  }
}
