import { anchorsIn, blockNames } from '@broadsheet/document';
import { fragments, type Fragment, type Me, type Thread } from '@broadsheet/types';
import type { Editor, Extensions } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { Connection } from '#lib/write/connection.svelte.ts';
import { onChange } from '#lib/write/on-change.ts';
import { whenIdle } from '#lib/write/when-idle.ts';
import { draftOf } from './drafts.svelte.ts';
import { CommentMoves } from './comment-moves.ts';
import { CommentMeant, NewComment } from './new-comment.svelte.ts';
import { Threads } from './threads.svelte.ts';
import type { UnsentComment, UnsentComments } from './unsent-comments.svelte.ts';

const lookPause = 250;

interface Options {
  connection: Connection;
  me: Me;
  mayComment: () => boolean;
  editor: (field: Fragment) => Editor | undefined;
  /** The picture that leads the story now. */
  lead: () => string | null;
  /** Opens the list of comments. */
  onopen: () => void;
}

/** Everything about comments on the page of an article: the threads, one that is being written, and where they stand. */
export class Commenting {
  readonly threads: Threads;
  readonly draft: NewComment;
  /** The thread that the pointer is on, in the text or in the list. */
  pointed = $state<string | null>(null);
  /** Where on the sheet a comment on a whole part can be begun now: the headline, or a block that is chosen. */
  wholeTop = $state<number | null>(null);
  /** Those that this device keeps until there is a connection, once the page has had time to look. */
  unsent = $state.raw<UnsentComments | null>(null);
  #asked: Promise<UnsentComments> | null = null;
  readonly #notYet: () => void;
  readonly #options: Options;
  readonly #unlisten: () => void;
  #kinds = $state.raw<ReadonlyMap<string, string>>(new Map());
  #looking: ReturnType<typeof setTimeout> | undefined;
  #last: Fragment = 'body';

  constructor(options: Options) {
    this.#options = options;
    const { connection, me } = options;
    const { articleId } = connection;
    this.threads = new Threads(articleId, options.lead);
    const draft = draftOf(me.id, `new ${articleId}`);
    this.draft = new NewComment(draft, this.threads, connection, this.keep);
    this.#notYet = whenIdle(() => void this.#askForUnsent().catch(() => undefined));
    connection.oncomments = this.threads.refresh;
    this.#unlisten = onChange(connection.doc, this.#lookSoon);
    this.threads.refresh();
    this.#look();
  }

  /** What the fields need beside their schema. */
  parts(field: Fragment): Extensions {
    const isOurs = (id: string) => this.threads.items.some((thread) => thread.id === id);
    return field === 'headline' ? [] : [CommentMoves.configure({ isOurs }), CommentMeant];
  }

  /** Which field was written in last, and which thread the caret stands in. */
  watch(field: Fragment, editor: Editor): void {
    editor.on('focus', () => {
      this.#last = field;
      this.#lookForWhole(field, editor);
    });
    editor.on('destroy', () => (this.wholeTop = null));
    editor.on('selectionUpdate', () => {
      this.#lookForWhole(field, editor);
      if (isSelectedIn(editor)) this.#last = field;
      const caret = editor.state.selection.$from;
      const marks = [...caret.marks(), ...(caret.nodeAfter?.marks ?? [])];
      const at = marks.find(({ type }) => type.name === 'comment')?.attrs['thread'] as string | undefined;
      if (at !== undefined && this.threads.open.some(({ id }) => id === at)) this.threads.active = at;
    });
  }

  isPicture(blockId: string | null): boolean {
    return blockId !== null && this.#kinds.get(blockId) === 'picture';
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

  /** Begins a comment on the lead picture. */
  beginAtLead(): void {
    this.draft.beginAtLead();
    this.#options.onopen();
  }

  /** Keeps a comment on this device that could not be sent for want of a connection. */
  keep = async (comment: UnsentComment, error: unknown): Promise<boolean> =>
    (await this.#askForUnsent().catch(() => null))?.keep(comment, error) ?? false;

  /** Shows a thread in the list and its words in the text. */
  reveal(threadId: string): void {
    this.threads.show(threadId);
    this.#options.onopen();
    const thread = this.threads.items.find(({ id }) => id === threadId);
    if (thread) requestAnimationFrame(() => this.elementOf(thread)?.scrollIntoView({ block: 'center' }));
  }

  step(way: 1 | -1): void {
    const next = this.threads.step(way, this.#options.me);
    if (next) this.reveal(next);
  }

  #askForUnsent(): Promise<UnsentComments> {
    const { connection, me } = this.#options;
    return (this.#asked ??= import('./unsent-comments.svelte.ts').then(
      ({ unsentComments }) => (this.unsent = unsentComments(this.threads, connection, me.id)),
    ));
  }

  destroy(): void {
    this.#notYet();
    this.#asked?.then(
      (unsent) => unsent.destroy(),
      () => undefined,
    );
    clearTimeout(this.#looking);
    this.#unlisten();
    this.#options.connection.oncomments = () => undefined;
  }

  /** A field that is only read has no focus, but its words can be selected all the same. */
  #selectedField(): Fragment {
    const isSelected = (field: Fragment) => {
      const editor = this.#options.editor(field);
      return editor !== undefined && isSelectedIn(editor);
    };
    return fragments.find(isSelected) ?? this.#last;
  }

  /** What a thread is about, as it is drawn. */
  elementOf(thread: Thread): Element | null {
    if (thread.place === 'headline') return this.#options.editor('headline')?.view.dom ?? null;
    if (thread.place === 'lead') return document.querySelector('[data-place=lead]');
    if (thread.place === 'text') return document.querySelector(`.sheet .comment[data-thread="${thread.id}"]`);
    const editor = this.#options.editor('body');
    if (!editor) return null;
    let found: globalThis.Node | null = null;
    editor.state.doc.descendants((node, position) => {
      if (found === null && node.attrs['id'] === thread.blockId) found = editor.view.nodeDOM(position);
      return found === null;
    });
    return found as Element | null;
  }

  #lookForWhole(field: Fragment, editor: Editor): void {
    const { selection } = editor.state;
    const whole =
      field === 'headline'
        ? editor.view.dom
        : selection instanceof NodeSelection
          ? editor.view.nodeDOM(selection.from)
          : null;
    const paper = editor.view.dom.closest('.sheet');
    this.wholeTop =
      whole instanceof Element && paper
        ? whole.getBoundingClientRect().top - paper.getBoundingClientRect().top
        : null;
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
    this.#kinds = blockNames(doc);
    const blocks = new Map([...this.#kinds.keys()].map((id, index) => [id, index + 1]));
    const words = new Map<string, number>();
    for (const [index, { threadId, blockId }] of anchorsIn(doc).entries())
      if (!words.has(threadId)) words.set(threadId, (blocks.get(blockId ?? '') ?? 0) + index / 10_000);
    this.threads.blocks = blocks;
    this.threads.words = words;
  }
}

const isSelectedIn = ({ view }: Editor): boolean => {
  const node = getSelection()?.anchorNode ?? null;
  return node !== null && view.dom.contains(node);
};
