import { splitBlock } from '@tiptap/pm/commands';
import { EditorState, TextSelection, type Plugin, type Transaction } from '@tiptap/pm/state';
import { initProseMirrorDoc, ySyncPlugin } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { blockIdsPlugin } from '../src/block-ids.ts';
import { schemas } from '../src/schemas.ts';

/** A writer with the real binding to the shared document, and no page to draw on. */
export class Writer {
  readonly ydoc = new Y.Doc();
  state: EditorState;
  private readonly views: ReturnType<NonNullable<Plugin['spec']['view']>>[] = [];

  constructor(seed: Uint8Array, plugins: Plugin[] = []) {
    Y.applyUpdate(this.ydoc, seed);
    const fragment = this.ydoc.getXmlFragment('body');
    const { doc, mapping } = initProseMirrorDoc(fragment, schemas.body);
    const sync = ySyncPlugin(fragment, { mapping }) as Plugin;
    this.state = EditorState.create({ doc, plugins: [sync, blockIdsPlugin(), ...plugins] });
    const view = this as unknown as Parameters<NonNullable<Plugin['spec']['view']>>[0];
    for (const plugin of this.state.plugins) if (plugin.spec.view) this.views.push(plugin.spec.view(view));
  }

  dispatch = (transaction: Transaction): void => {
    const before = this.state;
    this.state = this.state.apply(transaction);
    const view = this as unknown as Parameters<NonNullable<Plugin['spec']['view']>>[0];
    for (const each of this.views) each.update?.(view, before);
  };

  hasFocus(): boolean {
    return false;
  }

  splitAt(position: number): void {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, position)));
    splitBlock(this.state, (transaction) => this.dispatch(transaction));
  }

  ids(): string[] {
    return this.state.doc.children.map((node) => String(node.attrs.id));
  }
}

/** What each of two wrote comes to the other. */
export function exchange(one: Writer, other: Writer): void {
  const toOther = Y.encodeStateAsUpdate(one.ydoc, Y.encodeStateVector(other.ydoc));
  const toOne = Y.encodeStateAsUpdate(other.ydoc, Y.encodeStateVector(one.ydoc));
  Y.applyUpdate(other.ydoc, toOther);
  Y.applyUpdate(one.ydoc, toOne);
}
