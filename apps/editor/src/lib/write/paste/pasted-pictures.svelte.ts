import { newBlockId } from '@broadsheet/document';
import { media, type Media } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { api } from '#lib/api/client.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { uploadPicture } from '#lib/media/upload-picture.ts';
import type { MediaShelf } from '../pictures/media-shelf.svelte.ts';
import type { PastedPicture } from './clean-paste.ts';
import { fileOf } from './picture-file.ts';

const atOnce = 2;
const longestWords = 1000;

/** One picture of a paste. */
interface Coming extends PastedPicture {
  /** The block it became. */
  blockId: string | null;
  /** Its place among those of its paste. */
  index: number;
  paste: symbol;
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
  readonly #placed: Coming[] = [];
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
    const paste = Symbol('paste');
    const reachable = pictures.filter(({ file, source }) => file !== null || !source.startsWith('file:'));
    this.local += pictures.length - reachable.length;
    this.#begin(reachable.map((picture, index) => ({ ...picture, index, paste, blockId: null })));
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
      ...(words !== '' && { caption: words.slice(0, longestWords) }),
    };
    return api.post('/media/from-address', input, media, signal);
  }

  /** Behind its block, and behind those of its paste that came before it and are here already. */
  #place(picture: Coming, { id: mediaId }: Media): void {
    const editor = this.#editor();
    if (!editor) return;
    const before = this.#placed
      .filter(
        ({ paste, after, index }) =>
          paste === picture.paste && after === picture.after && index < picture.index,
      )
      .sort((one, other) => other.index - one.index);
    const anchors = [...before.map(({ blockId }) => blockId), picture.after];
    const { doc } = editor.state;
    let at = doc.content.size;
    let best = anchors.length;
    let blank: number | null = null;
    doc.forEach((block, offset) => {
      const rank = anchors.indexOf(block.attrs.id as string | null);
      if (rank < 0 || rank >= best || block.attrs.id === null) return;
      best = rank;
      at = offset + block.nodeSize;
      blank = block.type.name === 'paragraph' && block.content.size === 0 ? offset : null;
    });
    const blockId = newBlockId();
    const caption = { type: 'caption', ...(picture.caption.length > 0 && { content: picture.caption }) };
    const block = { type: 'picture', attrs: { id: blockId, mediaId, alt: picture.alt }, content: [caption] };
    const room = at === doc.content.size ? [{ type: 'paragraph' }] : [];
    editor.commands.insertContentAt({ from: blank ?? at, to: at }, [block, ...room], {
      updateSelection: false,
    });
    this.#placed.push({ ...picture, blockId });
  }
}
