import { splitBlock } from '@tiptap/pm/commands';
import { EditorState, TextSelection, type Plugin, type Transaction } from '@tiptap/pm/state';
import { initProseMirrorDoc, ySyncPlugin } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockIdsPlugin } from './block-ids.ts';
import { readDocument } from './read-document.ts';
import { schemas } from './schemas.ts';
import { writeSeed } from './write-seed.ts';

/** A writer with the real binding to the shared document, and no page to draw on. */
class Writer {
  readonly ydoc = new Y.Doc();
  state: EditorState;
  private readonly views: ReturnType<NonNullable<Plugin['spec']['view']>>[] = [];

  constructor(seed: Uint8Array) {
    Y.applyUpdate(this.ydoc, seed);
    const fragment = this.ydoc.getXmlFragment('body');
    const { doc, mapping } = initProseMirrorDoc(fragment, schemas.body);
    const sync = ySyncPlugin(fragment, { mapping }) as Plugin;
    this.state = EditorState.create({ doc, plugins: [sync, blockIdsPlugin()] });
    const view = this as unknown as Parameters<NonNullable<Plugin['spec']['view']>>[0];
    for (const plugin of this.state.plugins) if (plugin.spec.view) this.views.push(plugin.spec.view(view));
  }

  dispatch(transaction: Transaction): void {
    const before = this.state;
    this.state = this.state.apply(transaction);
    const view = this as unknown as Parameters<NonNullable<Plugin['spec']['view']>>[0];
    for (const each of this.views) each.update?.(view, before);
  }

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

function exchange(one: Writer, other: Writer): void {
  const toOther = Y.encodeStateAsUpdate(one.ydoc, Y.encodeStateVector(other.ydoc));
  const toOne = Y.encodeStateAsUpdate(other.ydoc, Y.encodeStateVector(one.ydoc));
  Y.applyUpdate(other.ydoc, toOther);
  Y.applyUpdate(one.ydoc, toOne);
}

function twoWriters(): [Writer, Writer] {
  const ydoc = new Y.Doc();
  writeSeed(ydoc, {
    headline: 'x',
    standfirst: [],
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { id: 'first1' }, content: [{ type: 'text', text: 'hello world' }] },
      ],
    },
  });
  const seed = Y.encodeStateAsUpdate(ydoc);
  return [new Writer(seed), new Writer(seed)];
}

describe('two people writing', () => {
  it('see the id that the one who split a paragraph gave', () => {
    const [leyla, aram] = twoWriters();
    leyla.splitAt(6);
    exchange(leyla, aram);
    expect(aram.ids()).toEqual(leyla.ids());
    expect(new Set(leyla.ids()).size).toBe(2);
    expect(leyla.ids()[0]).toBe('first1');
  });

  it('receive each other’s edits without writing anything back', () => {
    const [leyla, aram] = twoWriters();
    const written: unknown[] = [];
    aram.ydoc.on('update', (_: Uint8Array, origin: unknown) => written.push(origin));
    leyla.splitAt(6);
    Y.applyUpdate(aram.ydoc, Y.encodeStateAsUpdate(leyla.ydoc), 'leyla');
    expect(written).toEqual(['leyla']);
  });

  it('leave a repeated id that arrived from elsewhere alone, and the first edit of one mends it for both', () => {
    const [leyla, aram] = twoWriters();
    const copy = new Y.XmlElement('paragraph');
    copy.setAttribute('id', 'first1');
    copy.insert(0, [new Y.XmlText('a copy')]);
    leyla.ydoc.getXmlFragment('body').insert(1, [copy]);
    exchange(leyla, aram);
    expect(leyla.ids()).toEqual(['first1', 'first1']);
    expect(aram.ids()).toEqual(['first1', 'first1']);

    leyla.dispatch(leyla.state.tr.insertText('!', 1));
    aram.dispatch(aram.state.tr.insertText('?', 2));
    exchange(leyla, aram);
    exchange(leyla, aram);
    expect(aram.ids()).toEqual(leyla.ids());
    expect(new Set(leyla.ids()).size).toBe(2);
    expect(leyla.state.doc.textContent).toBe(aram.state.doc.textContent);
  });

  it('split the same paragraph at once and end with the same text and ids of their own', () => {
    const [leyla, aram] = twoWriters();
    leyla.splitAt(3);
    aram.splitAt(8);
    exchange(leyla, aram);
    expect(aram.ids()).toEqual(leyla.ids());
    const ids = readDocument(leyla.ydoc).body.content.map((block) => block.attrs.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
