import {
  CannotSuggest,
  directMeta,
  isDirect,
  ownStruckMeta,
  settleSuggestions,
  suggested,
  tidyMarks,
  typedApart,
  withdrawal,
  type Suggester,
  type Verdict,
} from '@broadsheet/document';
import {
  fragments,
  suggestionRecords,
  type Fragment,
  type Me,
  type SuggestionRecord,
} from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { notify } from '#lib/components/notify.ts';
import { m } from '#lib/paraglide/messages.js';
import { foundSuggestions, type FoundSuggestion } from './found-suggestions.ts';
import { readRecord } from './read-record.ts';

/** Set to draw anew which suggestion the keys speak of. */
export const currentMeta = 'currentSuggestion';

export const modes = ['write', 'suggest', 'view'] as const;
export type Mode = (typeof modes)[number];

interface Options {
  ydoc: Y.Doc;
  me: Me;
  may: () => { write: boolean; suggest: boolean };
  /** What it changes, in whatever field, is one step of the history. */
  asOneStep: (run: () => void) => void;
}

/** The suggestions of an open article: whether one's own changes become some, which there are, and what is done with them. */
export class Suggestions {
  /** In the order of the text. */
  found = $state.raw<readonly FoundSuggestion[]>([]);
  #current = $state<string | null>(null);
  #wanted = $state<Mode>('write');
  readonly #options: Options;
  readonly #records: Y.Map<unknown>;
  readonly #editors = new Map<Fragment, Editor>();
  readonly #endTidying: () => void;
  #looking = 0;
  readonly #me: Suggester = { isMine: (id) => this.isMine(id), newId: () => this.#newId() };

  constructor(options: Options) {
    this.#options = options;
    this.#records = options.ydoc.getMap(suggestionRecords);
    this.#endTidying = tidyMarks(options.ydoc);
  }

  get mode(): Mode {
    const { write, suggest } = this.#options.may();
    if (write) return this.#wanted;
    return suggest && this.#wanted !== 'view' ? 'suggest' : 'view';
  }

  set mode(mode: Mode) {
    this.#wanted = mode;
  }

  get mayChoose(): readonly Mode[] {
    const { write, suggest } = this.#options.may();
    return modes.filter((mode) => mode === 'view' || (mode === 'write' ? write : write || suggest));
  }

  /** The one that the keys speak of. */
  get current(): string | null {
    return this.#current;
  }

  choose(id: string | null): void {
    if (id === this.#current) return;
    this.#current = id;
    for (const { state, view } of this.#editors.values()) view.dispatch(state.tr.setMeta(currentMeta, true));
  }

  /** Accepting changes the text, so it needs the right to write; one's own suggestion may always be taken back. */
  maySettle(verdict: Verdict, id: string): boolean {
    return this.#options.may().write || (verdict === 'reject' && this.isMine(id) && this.mode !== 'view');
  }

  record(id: string): SuggestionRecord | null {
    return readRecord(this.#records.get(id));
  }

  isMine(id: string): boolean {
    return this.record(id)?.author === this.#options.me.id;
  }

  editor(field: Fragment): Editor | undefined {
    return this.#editors.get(field);
  }

  watch(field: Fragment, editor: Editor): void {
    this.#editors.set(field, editor);
    const look = ({ transaction }: { transaction: Transaction }) => {
      if (transaction.docChanged) this.#look();
    };
    editor.on('transaction', look);
    editor.on('destroy', () => this.#editors.delete(field));
    this.#look();
  }

  /** What an editor is about to do: as it is, or as a suggestion. */
  dispatch(editor: Editor, transaction: Transaction, next: (transaction: Transaction) => void): void {
    if (transaction.getMeta(ySyncPluginKey) !== undefined || isDirect(transaction)) return next(transaction);
    if (this.mode !== 'suggest') return next(typedApart(transaction));
    try {
      const made = suggested(transaction, editor.state, this.#me);
      next(made);
      if (made.getMeta(ownStruckMeta) !== true) return;
      for (let rest = this.#withdrawal(editor); rest; rest = this.#withdrawal(editor)) next(rest);
    } catch (error) {
      if (!(error instanceof CannotSuggest)) throw error;
      // the browser may have drawn the change already
      editor.view.updateState(editor.state);
      notify(error.reason === 'taken' ? m.suggest_taken() : m.suggest_cannot());
    }
  }

  settle(verdict: Verdict, ids: readonly string[]): void {
    const meant = new Set(ids.filter((id) => this.maySettle(verdict, id)));
    this.#options.asOneStep(() => {
      for (const editor of this.#editors.values()) {
        const transaction = settleSuggestions(editor.state.tr, verdict, (id) => meant.has(id));
        if (transaction.docChanged) editor.view.dispatch(transaction.setMeta(directMeta, true));
      }
    });
  }

  settleAll(verdict: Verdict): void {
    this.settle(
      verdict,
      this.found.map(({ id }) => id),
    );
  }

  /** Goes to the suggestion after the current one or before it, round the text; without one, to the first or the last. */
  go(way: 1 | -1): void {
    const at = this.found.findIndex(({ id }) => id === this.current);
    const place = at < 0 ? (way === 1 ? 0 : this.found.length - 1) : at + way;
    const one = this.found[(place + this.found.length) % this.found.length];
    if (one) this.show(one);
  }

  show({ id, field, from }: FoundSuggestion): void {
    this.choose(id);
    const editor = this.#editors.get(field);
    if (!editor) return;
    const { state, view } = editor;
    view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(from))).scrollIntoView());
    view.focus();
  }

  settleCurrent(verdict: Verdict): void {
    const { current } = this;
    if (current === null) return;
    const after = this.beside(current);
    this.settle(verdict, [current]);
    this.choose(after?.id ?? null);
  }

  /** The one after a suggestion, or before it if it is the last. */
  beside(id: string): FoundSuggestion | null {
    const at = this.found.findIndex((one) => one.id === id);
    return this.found[at + 1] ?? this.found[at - 1] ?? null;
  }

  destroy(): void {
    cancelAnimationFrame(this.#looking);
    this.#endTidying();
  }

  #withdrawal(editor: Editor): Transaction | null {
    return withdrawal(editor.state, this.#me.isMine);
  }

  /** Once for all that happens until the next picture of the screen. */
  #look(): void {
    cancelAnimationFrame(this.#looking);
    this.#looking = requestAnimationFrame(() => {
      const found = fragments.flatMap((field) => {
        const editor = this.#editors.get(field);
        return editor ? foundSuggestions(field, editor.state.doc) : [];
      });
      if (found.length > 0 || this.found.length > 0) this.found = found;
    });
  }

  #newId(): string {
    const { id: author, name, colour } = this.#options.me;
    const id = crypto.randomUUID();
    const record: SuggestionRecord = { author, name, colour, at: new Date().toISOString() };
    this.#records.set(id, record);
    return id;
  }
}
