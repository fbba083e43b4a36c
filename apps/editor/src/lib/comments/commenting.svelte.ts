import { anchorsIn, blockNames } from '@broadsheet/document';
import { fragments, type Fragment, type Me } from '@broadsheet/types';
import type { Editor, Extensions } from '@tiptap/core';
import type { Connection } from '#lib/write/connection.svelte.ts';
import { CommentMoves } from './comment-moves.ts';
import { CommentMeant, NewComment } from './new-comment.svelte.ts';
import { Threads } from './threads.svelte.ts';

const lookPause = 250;

interface Options {
  connection: Connection;
  me: Me;
  mayComment: () => boolean;
  editor: (field: Fragment) => Editor | undefined;
  /** Opens the list of comments. */
  onopen: () => void;
}

/** Everything about comments on the page of an article: the threads, one that is being written, and where they stand. */
export class Commenting {
  readonly threads: Threads;
  readonly draft: NewComment;
  /** The thread that the pointer is on, in the text or in the list. */
  pointed = $state<string | null>(null);
  readonly #options: Options;
  #blocks = $state.raw<ReadonlyMap<string, string>>(new Map());
  #looking: ReturnType<typeof setTimeout> | undefined;
  #last: Fragment = 'body';

  constructor(options: Options) {
    this.#options = options;
    const { connection } = options;
    this.threads = new Threads(connection.articleId);
    this.draft = new NewComment(this.threads, connection);
    connection.oncomments = this.threads.refresh;
    connection.doc.on('update', this.#lookSoon);
    this.threads.refresh();
    this.#look();
  }

  /** What the fields need beside their schema. */
  parts(field: Fragment): Extensions {
    const isOurs = (id: string) => this.threads.items.some((thread) => thread.id === id);
    return field === 'headline' ? [] : [CommentMoves.configure({ isOurs }), CommentMeant];
  }

  /** A field has the focus, or its words are selected. */
  touched(field: Fragment): void {
    this.#last = field;
  }

  isPicture(blockId: string | null): boolean {
    return blockId !== null && this.#blocks.get(blockId) === 'picture';
  }

  /** Begins a comment on what is selected. */
  begin(): boolean {
    if (!this.#options.mayComment()) return false;
    const field = this.#selectedField();
    const editor = this.#options.editor(field);
    if (!editor || !this.draft.begin(field, editor)) return false;
    this.#options.onopen();
    return true;
  }

  /** Shows a thread in the list and its words in the text. */
  reveal(threadId: string): void {
    this.threads.show(threadId);
    this.#options.onopen();
    requestAnimationFrame(() => this.#elementOf(threadId)?.scrollIntoView({ block: 'center' }));
  }

  step(way: 1 | -1): void {
    const next = this.threads.step(way, this.#options.me);
    if (next) this.reveal(next);
  }

  destroy(): void {
    clearTimeout(this.#looking);
    this.#options.connection.doc.off('update', this.#lookSoon);
    this.#options.connection.oncomments = () => undefined;
  }

  /** A field that is only read has no focus, but its words can be selected all the same. */
  #selectedField(): Fragment {
    const node = getSelection()?.anchorNode ?? null;
    return fragments.find((field) => node && this.#options.editor(field)?.view.dom.contains(node)) ?? this.#last;
  }

  #elementOf(threadId: string): Element | null {
    const words = document.querySelector(`.comment[data-thread="${threadId}"]`);
    if (words) return words;
    const thread = this.threads.items.find(({ id }) => id === threadId);
    if (thread?.place === 'headline') return document.querySelector('.sheet-headline');
    return thread?.blockId ? document.querySelector(`.sheet [data-id="${thread.blockId}"]`) : null;
  }

  #lookSoon = (): void => {
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined;
      this.#look();
    }, lookPause);
  };

  /** Where the threads stand now. */
  #look(): void {
    const { doc } = this.#options.connection;
    this.#blocks = blockNames(doc);
    const words = anchorsIn(doc).map(({ threadId }) => threadId);
    const ofBlocks = [...this.#blocks.keys()];
    const onBlocks = this.threads.items
      .filter(({ place, blockId }) => place === 'block' && blockId !== null && this.#blocks.has(blockId))
      .sort((a, b) => ofBlocks.indexOf(a.blockId ?? '') - ofBlocks.indexOf(b.blockId ?? ''))
      .map(({ id }) => id);
    this.threads.placed = [...new Set([...words, ...onBlocks])];
  }
}
