import { schemas, writeSeed } from '@broadsheet/document';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPlugin, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { paragraph, text } from '../../../../../../packages/document/test/every-block.ts';
import { putWords, type Put } from './put-words.ts';

/** A body on a shared document, without a page. */
class Desk {
  readonly ydoc = new Y.Doc();
  state: EditorState;
  dispatched = 0;
  readonly #binding: ProsemirrorBinding;

  constructor(seed: Uint8Array) {
    Y.applyUpdate(this.ydoc, seed);
    const fragment = this.ydoc.getXmlFragment('body');
    this.state = EditorState.create({ schema: schemas.body, plugins: [ySyncPlugin(fragment)] });
    const { binding } = ySyncPluginKey.getState(this.state) as { binding: ProsemirrorBinding };
    this.#binding = binding;
    const view = {
      dispatch: (made: Transaction) => (this.state = this.state.apply(made)),
      hasFocus: () => false,
    };
    Object.defineProperty(view, 'state', { get: () => this.state });
    binding.initView(view as unknown as EditorView);
    binding._forceRerender();
  }

  dispatch(transaction: Transaction): void {
    this.dispatched++;
    this.state = this.state.apply(transaction);
    this.#binding.mux(() => this.#binding._prosemirrorChanged(this.state.doc));
  }

  /** Where these words stand, in order. */
  places(wanted: string, words: string): Put[] {
    const puts: Put[] = [];
    this.state.doc.descendants((node, at) => {
      for (const { index } of (node.isText ? (node.text ?? '') : '').matchAll(new RegExp(wanted, 'g')))
        puts.push({ from: at + index, to: at + index + wanted.length, words });
    });
    return puts;
  }

  get lines(): string[] {
    const lines: string[] = [];
    this.state.doc.forEach((block) => lines.push(block.textContent));
    return lines;
  }
}

function seedOf(...lines: string[]): Uint8Array {
  const ydoc = new Y.Doc();
  const content = lines.map((line, at) => paragraph(`block-${at}`, text(line)));
  writeSeed(ydoc, { headline: 'Bells', standfirst: [], body: { type: 'doc', content } });
  return Y.encodeStateAsUpdate(ydoc);
}

describe('words put in the places of others', () => {
  it('are put everywhere, with one transaction for each place that a single block has', () => {
    const desk = new Desk(seedOf('a bell, a bell', 'none', 'bell', 'bell bell bell'));
    putWords(desk, desk.places('bell', 'great gong'));
    expect(desk.lines).toEqual([
      'a great gong, a great gong',
      'none',
      'great gong',
      'great gong great gong great gong',
    ]);
    expect(desk.dispatched).toBe(3);
  });

  it('leave what somebody else typed between two of them meanwhile where it was typed', () => {
    const seed = seedOf('A bell before.One bell.', 'A bell.');
    const [hers, his] = [new Desk(seed), new Desk(seed)];
    his.dispatch(his.state.tr.insertText(' Not yet. ', 15));
    putWords(hers, hers.places('bell', 'gong'));
    for (const [one, other] of [
      [hers, his],
      [his, hers],
    ] as const)
      Y.applyUpdate(one.ydoc, Y.encodeStateAsUpdate(other.ydoc));
    expect(hers.lines).toEqual(['A gong before. Not yet. One gong.', 'A gong.']);
    expect(his.lines).toEqual(hers.lines);
  });
});
