import type { Node } from '@tiptap/pm/model';
import { EditorState, type Plugin, type Transaction } from '@tiptap/pm/state';
import { initProseMirrorDoc, ySyncPlugin } from '@tiptap/y-tiptap';
import { suggestionRecords, type SuggestionRecord } from '@broadsheet/types';
import * as Y from 'yjs';
import { blockIdsPlugin } from '../src/block-ids.ts';
import { freshSelection } from '../src/fresh-selection.ts';
import { schemas } from '../src/schemas.ts';
import { settleSuggestions, type Verdict } from '../src/settle-suggestions.ts';
import { ownStruckMeta, withdrawal } from '../src/suggest-removal.ts';
import { isDirect, suggested } from '../src/suggested.ts';
import { CannotSuggest } from '../src/suggester.ts';
import { directMeta } from '../src/suggestion-meta.ts';
import { tidyMarks } from '../src/tidy-marks.ts';
import { typedApart } from '../src/typed-apart.ts';

type View = Parameters<NonNullable<Plugin['spec']['view']>>[0];

/** A writer with the real binding to the shared document, and no page to draw on. */
export class SuggestingWriter {
  readonly ydoc = new Y.Doc();
  readonly author: string;
  state: EditorState;
  suggests: boolean;
  private readonly views: ReturnType<NonNullable<Plugin['spec']['view']>>[] = [];

  constructor(author: string, seed: Uint8Array, suggests: boolean) {
    this.author = author;
    this.suggests = suggests;
    Y.applyUpdate(this.ydoc, seed);
    tidyMarks(this.ydoc);
    const fragment = this.ydoc.getXmlFragment('body');
    const { doc, mapping } = initProseMirrorDoc(fragment, schemas.body);
    const sync = ySyncPlugin(fragment, { mapping }) as Plugin;
    this.state = EditorState.create({ doc, plugins: [sync, blockIdsPlugin()] });
    const view = this as unknown as View;
    for (const plugin of this.state.plugins) if (plugin.spec.view) this.views.push(plugin.spec.view(view));
  }

  /** What the sync plugin calls for what arrives, and `write` for what this person does. */
  dispatch(transaction: Transaction): void {
    const before = this.state;
    this.state = this.state.apply(transaction);
    for (const each of this.views) each.update?.(this as unknown as View, before);
    freshSelection(this.state);
  }

  /** @returns whether the change was made; one that can't be suggested is not. */
  write(transaction: Transaction): boolean {
    if (!this.suggests || isDirect(transaction)) {
      this.dispatch(transaction.getMeta(directMeta) === true ? transaction : typedApart(transaction));
      return true;
    }
    const made = this.suggestion(transaction);
    if (!made) return false;
    this.dispatch(made);
    if (made.getMeta(ownStruckMeta) !== true) return true;
    const isMine = (id: string) => this.records.get(id)?.author === this.author;
    for (let rest = withdrawal(this.state, isMine); rest; rest = withdrawal(this.state, isMine))
      this.dispatch(rest);
    return true;
  }

  suggestion(transaction: Transaction): Transaction | null {
    try {
      return suggested(transaction, this.state, {
        isMine: (id) => this.records.get(id)?.author === this.author,
        newId: () => this.newId(),
      });
    } catch (error) {
      if (error instanceof CannotSuggest) return null;
      throw error;
    }
  }

  settle(verdict: Verdict, isMeant: (id: string) => boolean = () => true): void {
    this.dispatch(settleSuggestions(this.state.tr, verdict, isMeant).setMeta(directMeta, true));
  }

  get records(): Y.Map<SuggestionRecord> {
    return this.ydoc.getMap(suggestionRecords);
  }

  hasFocus(): boolean {
    return false;
  }

  private newId(): string {
    const id = crypto.randomUUID();
    this.records.set(id, { author: this.author, name: 'Writer', colour: 1, at: '2026-11-29T10:00:00Z' });
    return id;
  }
}

export function exchange(one: Y.Doc, other: Y.Doc): void {
  const toOther = Y.encodeStateAsUpdate(one, Y.encodeStateVector(other));
  const toOne = Y.encodeStateAsUpdate(other, Y.encodeStateVector(one));
  Y.applyUpdate(other, toOther);
  Y.applyUpdate(one, toOne);
}

/** A document in which everything was accepted or rejected, without touching the one given. */
export function settledAs(document: Node, verdict: Verdict): Node {
  const state = EditorState.create({ doc: document });
  return settleSuggestions(state.tr, verdict, () => true).doc;
}

/** What a document says and of what kinds its blocks are, without the ids. */
export function shape(document: Node): unknown {
  const { attrs, content, ...rest } = document.toJSON() as Shape;
  const { id: _, suggestion: __, ...kept } = attrs ?? {};
  return { ...rest, attrs: kept, content: document.isTextblock ? content : document.children.map(shape) };
}

interface Shape {
  attrs?: Record<string, unknown>;
  content?: unknown[];
}
