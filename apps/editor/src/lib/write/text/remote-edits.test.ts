import { schemas, writeSeed } from '@broadsheet/document';
import type { Node, NodeType } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  ySyncPlugin,
  ySyncPluginKey,
  yXmlFragmentToProseMirrorRootNode,
  type ProsemirrorBinding,
} from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { everyBlock, paragraph, text } from '../../../../../../packages/document/test/every-block.ts';
import { numbersFrom, type Numbers } from '../../../../../../packages/document/test/numbers-from.ts';
import { keptCaret } from './keep-caret.ts';
import { narrowChange } from './narrow-change.ts';
import { keepNodes, remoteMeta } from './remote-edits.ts';

/** An editor's state and its binding to the shared document, without a page. */
class Desk {
  readonly ydoc = new Y.Doc();
  state: EditorState;
  /** Steps of the last edit of somebody else. */
  lastChange: Transaction | null = null;
  readonly #binding: ProsemirrorBinding;

  constructor(seed: Uint8Array) {
    Y.applyUpdate(this.ydoc, seed);
    this.state = EditorState.create({
      schema: schemas.body,
      plugins: [ySyncPlugin(this.fragment), keptCaret()],
    });
    const { binding } = ySyncPluginKey.getState(this.state) as { binding: ProsemirrorBinding };
    this.#binding = binding;
    const view = {
      dispatch: (transaction: Transaction) => this.#dispatch(transaction),
      hasFocus: () => false,
    };
    Object.defineProperty(view, 'state', { get: () => this.state });
    binding.initView(view as unknown as EditorView);
    binding._forceRerender();
    keepNodes(binding);
  }

  get fragment(): Y.XmlFragment {
    return this.ydoc.getXmlFragment('body');
  }

  /** What the shared document says, made anew. */
  get truth(): Node {
    return yXmlFragmentToProseMirrorRootNode(this.fragment, this.state.schema);
  }

  edit(change: (transaction: Transaction) => Transaction): void {
    this.state = this.state.apply(change(this.state.tr));
    this.#binding.mux(() => this.#binding._prosemirrorChanged(this.state.doc));
  }

  takeFrom(other: Desk): void {
    Y.applyUpdate(this.ydoc, Y.encodeStateAsUpdate(other.ydoc, Y.encodeStateVector(this.ydoc)));
  }

  #dispatch(transaction: Transaction): void {
    const meta = remoteMeta(transaction.getMeta(ySyncPluginKey));
    this.lastChange = meta
      ? narrowChange(this.state, transaction).setMeta(ySyncPluginKey, meta)
      : transaction;
    this.state = this.state.apply(this.lastChange);
  }
}

function desks(count: number): Desk[] {
  const ydoc = new Y.Doc();
  const content = [
    ...Object.values(everyBlock()),
    paragraph('lastblock1', text('The river was low')),
    paragraph('lastblock2', text('and the bridge stood dry.')),
  ];
  writeSeed(ydoc, { headline: 'The bridge', standfirst: [], body: { type: 'doc', content } });
  const seed = Y.encodeStateAsUpdate(ydoc);
  return Array.from({ length: count }, () => new Desk(seed));
}

/** The place behind these words. */
function placeBehind(doc: Node, words: string): number {
  let place = -1;
  doc.descendants((node, at) => {
    const offset = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (offset >= 0) place = at + 1 + offset + words.length;
  });
  return place;
}

/** One thing that a writer does anywhere in the text. */
function anEdit({ doc, schema }: EditorState, next: Numbers): (transaction: Transaction) => Transaction {
  const places: number[] = [];
  doc.descendants((node, at) => void (node.isTextblock && places.push(at)));
  const at = places[next(places.length)] ?? 0;
  const block = doc.nodeAt(at);
  const size = block?.content.size ?? 0;
  const place = at + 1 + next(size + 1);
  const end = Math.min(at + 1 + size, place + 1 + next(6));
  switch (next(7)) {
    case 0:
    case 1:
      return (tr) => tr.insertText(['snow', ' a', 'aa', 'dağ '][next(4)] ?? '', place);
    case 2:
      return (tr) => (place < end ? tr.delete(place, end) : tr);
    case 3:
      return (tr) =>
        block?.type.name === 'paragraph' && place < end
          ? tr.addMark(place, end, schema.marks['bold']?.create() as never)
          : tr;
    case 4:
      return (tr) =>
        block?.type.name === 'paragraph' && tr.doc.resolve(place).depth === 1 ? tr.split(place) : tr;
    case 5: {
      const index = next(doc.childCount);
      const from = Array.from({ length: index }, (_, i) => doc.child(i).nodeSize).reduce((a, b) => a + b, 0);
      return (tr) => (doc.childCount > 3 ? tr.delete(from, from + doc.child(index).nodeSize) : tr);
    }
    default: {
      const index = next(doc.childCount);
      const from = Array.from({ length: index }, (_, i) => doc.child(i).nodeSize).reduce((a, b) => a + b, 0);
      const moved = doc.child(index);
      return (tr) => (doc.childCount > 3 ? tr.delete(from, from + moved.nodeSize).insert(0, moved) : tr);
    }
  }
}

describe('edits of somebody else', () => {
  it('touch the letters that changed and nothing else', () => {
    const [one, two] = desks(2) as [Desk, Desk];
    const before = one.state.doc;
    const place = two.state.doc.content.size - 10;
    two.edit((transaction) => transaction.insertText('quite ', place));
    one.takeFrom(two);
    expect(one.state.doc.eq(two.state.doc)).toBe(true);
    const [step] = one.lastChange?.steps ?? [];
    expect(step?.toJSON()).toMatchObject({ from: place, to: place });
    for (let index = 0; index < before.childCount - 1; index++)
      expect(one.state.doc.child(index), `block ${String(index)}`).toBe(before.child(index));
  });

  it('leave a selection where it was', () => {
    const [one, two] = desks(2) as [Desk, Desk];
    const end = one.state.doc.content.size - 3;
    one.edit((transaction) => transaction.setSelection(TextSelection.create(transaction.doc, end - 4, end)));
    const selected = () => one.state.doc.textBetween(one.state.selection.from, one.state.selection.to);
    const words = selected();
    two.edit((transaction) => transaction.insertText('Long ago, ', end - 20));
    one.takeFrom(two);
    expect(selected()).toBe(words);
  });

  describe('take the caret along with the words it stands in', () => {
    /** The words before the caret and behind it. */
    const atCaret = ({ state: { selection } }: Desk) => {
      const { parent, parentOffset } = selection.$head;
      return [parent.textBetween(0, parentOffset), parent.textBetween(parentOffset, parent.content.size)];
    };
    const sitting = (behind: string): [Desk, Desk, number] => {
      const [one, two] = desks(2) as [Desk, Desk];
      const at = placeBehind(two.state.doc, behind);
      one.edit((transaction) => transaction.setSelection(TextSelection.create(transaction.doc, at)));
      return [one, two, placeBehind(two.state.doc, 'and the')];
    };

    it.each(['and the bridge', 'and the bridge stood dry.'])(
      'when the line is split before “%s|”',
      (behind) => {
        const [one, two, split] = sitting(behind);
        two.edit((transaction) => transaction.split(split));
        one.takeFrom(two);
        expect(atCaret(one)).toEqual([behind.slice(7), 'and the bridge stood dry.'.slice(behind.length)]);
      },
    );

    it('when the line is split behind it', () => {
      const [one, two, split] = sitting('and');
      two.edit((transaction) => transaction.split(split));
      one.takeFrom(two);
      expect(atCaret(one)).toEqual(['and', ' the']);
    });

    it('when the line becomes a heading, and when the block is moved', () => {
      const [one, two, split] = sitting('and the bridge');
      const words = ['and the bridge', ' stood dry.'];
      const heading = two.state.schema.nodes['heading'] as NodeType;
      two.edit((transaction) =>
        transaction.setBlockType(split, split, heading, { id: 'lastblock2', level: 2 }),
      );
      one.takeFrom(two);
      expect(one.state.selection.$head.parent.type.name).toBe('heading');
      expect(atCaret(one)).toEqual(words);
      two.edit((transaction) => {
        const last = transaction.doc.lastChild as Node;
        const from = transaction.doc.content.size - last.nodeSize;
        return transaction.delete(from, from + last.nodeSize).insert(0, last);
      });
      one.takeFrom(two);
      expect(one.state.selection.$head.index(0)).toBe(0);
      expect(atCaret(one)).toEqual(words);
    });

    it('and leave it with Yjs where words before it are taken away', () => {
      const [one, two] = sitting('and the bridge');
      const [from, to] = ['and the', 'and the brid'].map((words) => placeBehind(two.state.doc, words));
      two.edit((transaction) => transaction.delete(from as number, to as number));
      one.takeFrom(two);
      expect(atCaret(one)).toEqual(['and thege', ' stood dry.']);
    });
  });

  it.each(Array.from({ length: process.env['TEST_LONG'] ? 200 : 20 }, (_, seed) => seed))(
    'lead to what the shared document says, whoever wrote what and when (%i)',
    (seed) => {
      const next = numbersFrom(seed);
      const all = desks(3);
      for (let round = 0; round < 60; round++) {
        const desk = all[next(all.length)];
        const other = all[next(all.length)];
        if (!desk || !other) continue;
        desk.edit(anEdit(desk.state, next));
        if (next(3) > 0 && desk !== other) other.takeFrom(desk);
        expect(other.state.doc.toJSON(), `round ${String(round)}`).toEqual(other.truth.toJSON());
      }
      for (const desk of all) for (const other of all) desk.takeFrom(other);
      for (const desk of all) for (const other of all) desk.takeFrom(other);
      for (const desk of all) {
        expect(desk.state.doc.toJSON()).toEqual(desk.truth.toJSON());
        expect(desk.state.doc.toJSON()).toEqual(all[0]?.state.doc.toJSON());
      }
    },
  );
});
