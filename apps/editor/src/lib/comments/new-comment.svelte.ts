import type { Fragment } from '@broadsheet/types';
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Connection } from '#lib/write/connection.svelte.ts';
import { NotSaved } from '#lib/write/not-saved.ts';
import { m } from '#lib/paraglide/messages.js';
import { isFault } from '#lib/api/api-error.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { chosenPlace, type ChosenPlace } from './comment-place.ts';
import type { Draft } from './drafts.svelte.ts';
import type { Threads } from './threads.svelte.ts';
import type { UnsentComment } from './unsent-comments.svelte.ts';

const meant = new PluginKey<DecorationSet>('commentMeant');

/** Shows which words a comment that is being written is about, while the focus is in its box. */
export const CommentMeant = Extension.create({
  name: 'commentMeant',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: meant,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, shown) =>
          (transaction.getMeta(meant) as DecorationSet | undefined) ??
          shown.map(transaction.mapping, transaction.doc),
      },
      props: { decorations: (state) => meant.getState(state) },
    }),
  ],
});

/** Keeps a comment that could not be sent for want of a connection. False where it was something else, or can't be kept. */
export type KeepUnsent = (comment: UnsentComment, error: unknown) => Promise<boolean>;

/** A comment that is being written: about what, and with what words. */
export class NewComment {
  chosen = $state.raw<ChosenPlace | null>(null);
  isBlocking = $state(false);
  isSending = $state(false);
  fault = $state('');
  #editor: Editor | null = null;
  readonly draft: Draft;
  readonly #threads: Threads;
  readonly #connection: Pick<Connection, 'allSaved'>;
  readonly #keep: KeepUnsent;

  constructor(draft: Draft, threads: Threads, connection: Pick<Connection, 'allSaved'>, keep: KeepUnsent) {
    this.draft = draft;
    // its box was open when the page went
    this.chosen = draft.about;
    this.#threads = threads;
    this.#connection = connection;
    this.#keep = keep;
  }

  /** Begins one about what is selected. False if nothing is that can be commented on. */
  begin(field: Fragment, editor: Editor): boolean {
    const chosen = chosenPlace(field, editor);
    if (!chosen) return false;
    this.#show(null);
    this.#choose(chosen);
    this.#editor = editor;
    const { selection, doc } = editor.state;
    if (chosen.place.kind === 'text')
      this.#show(
        DecorationSet.create(doc, [
          Decoration.inline(selection.from, selection.to, { class: 'comment-meant' }),
        ]),
      );
    return true;
  }

  beginAtLead(): void {
    this.#show(null);
    this.#choose({ place: { kind: 'lead' }, quote: '' });
    this.#editor = null;
  }

  /** Leaves it; the words stay for another try. */
  cancel(): void {
    this.#show(null);
    this.#choose(null);
    if (this.#editor && !this.#editor.isDestroyed) this.#editor.view.focus();
    this.#editor = null;
  }

  /**
   * Sends it, once everything it may be about is stored; not if it is left before that. Without a connection it is kept on
   * this device, to be sent later. What fails stays in the box.
   */
  async send(text: string): Promise<void> {
    const { chosen } = this;
    if (!chosen || this.isSending) return;
    this.isSending = true;
    this.fault = '';
    const { place, quote } = chosen;
    const { isBlocking } = this;
    const { people } = this.draft;
    const id = this.draft.idOf(text);
    try {
      await this.#connection.allSaved();
      if (this.chosen !== chosen) return;
      this.#threads.show((await this.#threads.start({ id, place, text, isBlocking })).id);
      this.#said(chosen);
    } catch (error) {
      if (error instanceof NotSaved && this.chosen !== chosen) return;
      const goal = { place, quote, isBlocking };
      const isKept = await this.#keep({ id, text, people, goal }, error);
      if (isKept) this.#said(chosen);
      else if (this.chosen === chosen) this.fault = m.comments_not_sent({ reason: reasonOf(error) });
    } finally {
      this.isSending = false;
    }
  }

  #said(chosen: ChosenPlace): void {
    this.draft.clear();
    this.isBlocking = false;
    if (this.chosen === chosen) this.cancel();
    else this.draft.about = this.chosen;
  }

  #choose(chosen: ChosenPlace | null): void {
    this.chosen = this.draft.about = chosen;
    this.draft.keep();
    this.fault = '';
  }

  #show(decorations: DecorationSet | null): void {
    const editor = this.#editor;
    if (!editor || editor.isDestroyed) return;
    editor.view.dispatch(
      editor.state.tr.setMeta(meant, decorations ?? DecorationSet.empty).setMeta('addToHistory', false),
    );
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof NotSaved) return m.comments_not_saved();
  return isFault(error, 'CHANGED_MEANWHILE') ? m.comments_gone() : sentenceFor(error);
}
