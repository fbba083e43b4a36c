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
import { draftOf, type Draft } from './drafts.svelte.ts';
import type { Threads } from './threads.svelte.ts';

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

/** A comment that is being written: about what, and with what words. */
export class NewComment {
  chosen = $state.raw<ChosenPlace | null>(null);
  isBlocking = $state(false);
  isSending = $state(false);
  fault = $state('');
  #editor: Editor | null = null;
  readonly draft: Draft;
  readonly #threads: Threads;
  readonly #connection: Connection;

  constructor(threads: Threads, connection: Connection) {
    this.draft = draftOf(`new ${threads.articleId}`);
    this.#threads = threads;
    this.#connection = connection;
  }

  /** Begins one about what is selected. False if nothing is that can be commented on. */
  begin(field: Fragment, editor: Editor): boolean {
    const chosen = chosenPlace(field, editor);
    if (!chosen) return false;
    this.#show(null);
    this.chosen = chosen;
    this.fault = '';
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
    this.chosen = { place: { kind: 'lead' }, quote: '' };
    this.fault = '';
    this.#editor = null;
  }

  /** Leaves it; the words stay for another try. */
  cancel(): void {
    this.#show(null);
    this.chosen = null;
    if (this.#editor && !this.#editor.isDestroyed) this.#editor.view.focus();
    this.#editor = null;
  }

  /** Sends it, once everything it may be about is stored; not if it is left before that. What fails stays in the box. */
  async send(text: string): Promise<void> {
    const { chosen } = this;
    if (!chosen || this.isSending) return;
    this.isSending = true;
    this.fault = '';
    try {
      await this.#connection.allSaved();
      if (this.chosen !== chosen) return;
      await this.#threads.start(chosen.place, text, this.isBlocking);
      this.draft.clear();
      this.isBlocking = false;
      if (this.chosen === chosen) this.cancel();
    } catch (error) {
      if (this.chosen === chosen) this.fault = m.comments_not_sent({ reason: reasonOf(error) });
    } finally {
      this.isSending = false;
    }
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
