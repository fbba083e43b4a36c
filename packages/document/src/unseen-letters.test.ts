import { Fragment, type Node, type NodeType } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPlugin, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { paragraph, text } from '../test/every-block.ts';
import { numbersFrom } from '../test/numbers-from.ts';
import { schemas } from './schemas.ts';
import { keepUnseenLetters } from './unseen-letters.ts';
import { writeSeed } from './write-seed.ts';

/** A page without a screen, whose letters nobody has seen since it last told of them. */
class Page {
  readonly ydoc = new Y.Doc();
  state: EditorState;
  /** From which of its letters on it has told nobody, as far as it knows. */
  untold = 0;
  readonly #binding: ProsemirrorBinding;

  constructor(seed: Uint8Array) {
    Y.applyUpdate(this.ydoc, seed);
    keepUnseenLetters(this.ydoc, () => new Map([[this.ydoc.clientID, this.untold]]));
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

  tell(other: Page): void {
    Y.applyUpdate(other.ydoc, Y.encodeStateAsUpdate(this.ydoc, Y.encodeStateVector(other.ydoc)));
    this.untold = Y.getState(this.ydoc.store, this.ydoc.clientID);
  }
}

function behindIn(doc: Node, words: string): number {
  let place = -1;
  doc.descendants((node, at) => {
    const offset = node.isTextblock ? node.textContent.lastIndexOf(words) : -1;
    if (offset >= 0) place = at + 1 + offset + words.length;
  });
  return place;
}

/** Two who have the same text before them: hers, and his who does not hear of what she writes until she tells. */
function twoPages(): [Page, Page] {
  const ydoc = new Y.Doc();
  const content = [
    paragraph('firstblock', text('The river was low')),
    paragraph('secondblock', text('and the bridge stood dry.')),
    paragraph('thirdblock', text('Nobody came.')),
  ];
  writeSeed(ydoc, { headline: '', standfirst: [], body: { type: 'doc', content } });
  const seed = Y.encodeStateAsUpdate(ydoc);
  return [new Page(seed), new Page(seed)];
}

const nodeType = (tr: Transaction, name: string) => tr.doc.type.schema.nodes[name] as NodeType;

/** What he does to the second line, and what the lines are when her letters are where they belong. */
const changes: Record<string, [(tr: Transaction) => Transaction, string[]]> = {
  'splits the line before them': [
    (tr) => tr.split(behindIn(tr.doc, 'and the')),
    ['The river was low', 'and the', ' bridge ofsto! stood dry.', 'Nobody came.'],
  ],
  'splits the line behind them': [
    (tr) => tr.split(behindIn(tr.doc, 'stood ')),
    ['The river was low', 'and the bridge ofsto! stood ', 'dry.', 'Nobody came.'],
  ],
  'makes a heading of the line': [
    (tr) => {
      const at = behindIn(tr.doc, 'and the');
      return tr.setBlockType(at, at, nodeType(tr, 'heading'), { id: 'secondblock', level: 2 });
    },
    ['The river was low', 'and the bridge ofsto! stood dry.', 'Nobody came.'],
  ],
  'makes a quote of the line': [
    (tr) => {
      const $at = tr.doc.resolve(behindIn(tr.doc, 'and the'));
      const quote = nodeType(tr, 'blockquote').create({ id: 'newblock' }, Fragment.from($at.parent));
      return tr.replaceWith($at.before(), $at.after(), quote);
    },
    ['The river was low', 'and the bridge ofsto! stood dry.', 'Nobody came.'],
  ],
  'moves the line up': [
    (tr) => {
      const $at = tr.doc.resolve(behindIn(tr.doc, 'and the'));
      return tr.delete($at.before(), $at.after()).insert(0, $at.parent);
    },
    ['and the bridge ofsto! stood dry.', 'The river was low', 'Nobody came.'],
  ],
  'joins the line to the one before': [
    (tr) => tr.join(tr.doc.resolve(behindIn(tr.doc, 'and the')).before()),
    ['The river was lowand the bridge ofsto! stood dry.', 'Nobody came.'],
  ],
};

describe('letters that were on their way', () => {
  it.each(Object.entries(changes))('stay among their words when somebody else %s', (_, [change, lines]) => {
    const [hers, his] = twoPages();
    hers.type('bridge', ' of');
    hers.type('bridge of', 'sto!');
    his.edit(change);
    his.tell(hers);
    expect(hers.lines).toEqual(lines);
    hers.tell(his);
    expect(his.lines).toEqual(lines);
  });

  it.each(Object.entries(changes))('and at the end of the line too, when somebody else %s', (_, [change]) => {
    const [hers, his] = twoPages();
    hers.type('dry.', ' Still.');
    his.edit(change);
    his.tell(hers);
    hers.tell(his);
    expect(hers.lines.some((line) => line.endsWith('dry. Still.'))).toBe(true);
    expect(his.lines).toEqual(hers.lines);
    expect(hers.lines.join('').length).toBe(
      'The river was lowand the bridge stood dry. Still.Nobody came.'.length,
    );
  });

  it('keep their marks', () => {
    const [hers, his] = twoPages();
    hers.type('bridge', ' of');
    hers.edit((tr) => {
      const end = behindIn(tr.doc, 'bridge of');
      return tr.addMark(end - 2, end, tr.doc.type.schema.marks['bold']?.create() as never);
    });
    his.edit(changes['makes a heading of the line']?.[0] as never);
    his.tell(hers);
    const bold: string[] = [];
    hers.state.doc.descendants((node) => void (node.marks.length > 0 && bold.push(node.text ?? '')));
    expect(bold).toEqual(['of']);
  });

  it('leave everybody’s letters alone that were there, though the newsroom has not told so yet', () => {
    const [hers, his] = twoPages();
    hers.type('low', ', and cold');
    hers.type('bridge', ' of stone');
    hers.untold = 0;
    hers.tell(his);
    hers.untold = 0;
    his.type('and cold', ' too');
    his.edit((tr) => tr.insertText('XYZ', behindIn(tr.doc, 'bridge')));
    his.tell(hers);
    const [from, at] = [behindIn(his.state.doc, 'bridge'), behindIn(his.state.doc, 'Nobody')];
    his.edit((tr) => tr.insertText('XYZ', at).delete(from, from + 3));
    his.tell(hers);
    const lines = [
      'The river was low, and cold too',
      'and the bridge of stone stood dry.',
      'NobodyXYZ came.',
    ];
    expect(hers.lines).toEqual(lines);
    expect(his.lines).toEqual(lines);
  });

  it('go with the line that somebody else takes away, and with the letters before them that are taken', () => {
    const [hers, his] = twoPages();
    hers.type('dry', 'er');
    his.edit((tr) => tr.delete(behindIn(tr.doc, 'stood'), behindIn(tr.doc, 'dry')));
    his.tell(hers);
    expect(hers.lines[1]).toBe('and the bridge stooder.');
    his.edit((tr) => {
      const $at = tr.doc.resolve(behindIn(tr.doc, 'and the'));
      return tr.delete($at.before(), $at.after());
    });
    his.tell(hers);
    expect(hers.lines).toEqual(['The river was low', 'Nobody came.']);
  });

  it.each(Array.from({ length: process.env['TEST_LONG'] ? 400 : 40 }, (_, seed) => seed))(
    'are there once, whoever did what meanwhile (%i)',
    (seed) => {
      const next = numbersFrom(seed);
      const [hers, his] = twoPages();
      for (let round = 0; round < 12; round++) {
        const letters = String.fromCharCode(0x410 + round).repeat(1 + next(3));
        const line = next(hers.state.doc.childCount);
        hers.edit((tr) => {
          let at = 0;
          for (let index = 0; index < line; index++) at += tr.doc.child(index).nodeSize;
          return tr.insertText(letters, at + 1 + next(tr.doc.child(line).content.size + 1));
        });
        his.edit((tr) => {
          const places: number[] = [];
          tr.doc.forEach((_node, offset) => places.push(offset));
          const at = places[next(places.length)] ?? 0;
          const block = tr.doc.nodeAt(at) as Node;
          const inside = at + 1 + next(block.content.size + 1);
          const id = String(block.attrs['id']);
          if (next(3) === 0)
            return tr.split(inside, 1, [
              { type: block.type, attrs: { ...block.attrs, id: `s${String(seed)}r${String(round)}block` } },
            ]);
          const other = block.type.name === 'heading' ? 'paragraph' : 'heading';
          if (next(2) === 0) return tr.setBlockType(inside, inside, nodeType(tr, other), { id });
          return tr.delete(at, at + block.nodeSize).insert(0, block);
        });
        if (next(2) > 0) his.tell(hers);
        if (next(2) > 0) {
          his.tell(hers);
          hers.tell(his);
        }
        if (round < 11) continue;
        his.tell(hers);
        hers.tell(his);
        const all = hers.lines.join('');
        for (let done = 0; done <= round; done++)
          expect(all, `round ${String(done)}`).toContain(String.fromCharCode(0x410 + done));
        expect(his.lines).toEqual(hers.lines);
      }
    },
  );
});
