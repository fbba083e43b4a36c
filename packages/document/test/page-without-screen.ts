import type { Node, NodeType } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPlugin, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { schemas } from '../src/schemas.ts';
import { applyWithUnseen } from '../src/unseen-letters.ts';

/** A page without a screen: a body that somebody writes in, bound to its shared document as the editor binds it. */
export class PageWithoutScreen {
  readonly ydoc = new Y.Doc();
  state: EditorState;
  /** What is written here, edit by edit, as it is sent. */
  readonly sent: Uint8Array[] = [];
  readonly #binding: ProsemirrorBinding;

  constructor(seed: Uint8Array, clientId?: number) {
    if (clientId !== undefined) this.ydoc.clientID = clientId;
    Y.applyUpdate(this.ydoc, seed);
    this.ydoc.on(
      'update',
      (bytes: Uint8Array, origin: unknown) => origin !== 'heard' && this.sent.push(bytes),
    );
    this.state = EditorState.create({
      schema: schemas.body,
      plugins: [ySyncPlugin(this.ydoc.getXmlFragment('body'))],
    });
    this.#binding = (ySyncPluginKey.getState(this.state) as { binding: ProsemirrorBinding }).binding;
    const view = {
      dispatch: (transaction: Transaction) => (this.state = this.state.apply(transaction)),
      hasFocus: () => false,
    };
    Object.defineProperty(view, 'state', { get: () => this.state });
    this.#binding.initView(view as unknown as EditorView);
    this.#binding._forceRerender();
  }

  /** The lines of the text. */
  get lines(): string[] {
    const lines: string[] = [];
    this.state.doc.descendants((node) => void (node.isTextblock && lines.push(node.textContent)));
    return lines;
  }

  edit(change: (transaction: Transaction) => Transaction): void {
    this.state = this.state.apply(change(this.state.tr));
    this.#binding.mux(() => this.#binding._prosemirrorChanged(this.state.doc));
  }

  type(behind: string, words: string): void {
    this.edit((tr) => tr.insertText(words, behindIn(tr.doc, behind)));
  }

  /** A change from elsewhere comes in. */
  hear(bytes: Uint8Array): void {
    applyWithUnseen(this.ydoc, bytes, 'heard');
  }

  /** All that the other lacks, as after a time without connection. */
  tell(other: PageWithoutScreen): void {
    other.hear(Y.encodeStateAsUpdate(this.ydoc, Y.encodeStateVector(other.ydoc)));
  }
}

/** The place right behind these words, the last time they stand in a line. */
export function behindIn(doc: Node, words: string): number {
  let place = -1;
  doc.descendants((node, at) => {
    const offset = node.isTextblock ? node.textContent.lastIndexOf(words) : -1;
    if (offset >= 0) place = at + 1 + offset + words.length;
  });
  return place;
}

export const nodeType = (tr: Transaction, name: string): NodeType =>
  tr.doc.type.schema.nodes[name] as NodeType;
