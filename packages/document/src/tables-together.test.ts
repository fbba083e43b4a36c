import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  fixTables,
  mergeCells,
  CellSelection,
} from '@tiptap/pm/tables';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { cellSelection } from './article-table.ts';
import { Writer } from '../test/bound-writer.ts';
import { everyBlock } from '../test/every-block.ts';
import { readDocument } from './read-document.ts';
import { writeSeed } from './write-seed.ts';

/** Somebody at a table. */
class AtTable extends Writer {
  constructor(seed: Uint8Array) {
    super(seed, [cellSelection()]);
  }

  /** Goes into the cell with these words. */
  goTo(words: string): this {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, this.placeOf(words))));
    return this;
  }

  do(step: (state: EditorState, dispatch: (transaction: Transaction) => void) => boolean): this {
    expect(step(this.state, this.dispatch)).toBe(true);
    return this;
  }

  placeOf(words: string): number {
    let place = 0;
    this.state.doc.descendants((node, position) => {
      if (node.isTextblock && node.textContent === words) place = position + 1;
    });
    return place;
  }

  /** The number of cells in each row. */
  get shape(): number[] {
    return this.state.doc.firstChild?.children.map((row) => row.childCount) ?? [];
  }
}

function exchange(one: AtTable, other: AtTable): void {
  for (let turn = 0; turn < 6; turn++) {
    Y.applyUpdate(other.ydoc, Y.encodeStateAsUpdate(one.ydoc, Y.encodeStateVector(other.ydoc)));
    Y.applyUpdate(one.ydoc, Y.encodeStateAsUpdate(other.ydoc, Y.encodeStateVector(one.ydoc)));
  }
}

function twoAtTable(): [AtTable, AtTable] {
  const ydoc = new Y.Doc();
  writeSeed(ydoc, {
    headline: 'x',
    standfirst: [],
    body: { type: 'doc', content: [everyBlock().table] },
  });
  const seed = Y.encodeStateAsUpdate(ydoc);
  return [new AtTable(seed), new AtTable(seed)];
}

describe('F29 two people at one table', () => {
  it('who add a column and a row at once get both, and their editors do not answer each other', () => {
    const [leyla, aram] = twoAtTable();
    leyla.goTo('Climb').do(addColumnAfter);
    aram.goTo('420').do(addRowAfter);
    exchange(leyla, aram);
    expect(leyla.shape).toEqual([3, 3, 2]);
    expect(aram.state.doc.toJSON()).toEqual(leyla.state.doc.toJSON());
    expect(() => readDocument(leyla.ydoc)).not.toThrow();
  });

  it('whose rows are of unequal length have them made even by whoever goes on', () => {
    const [leyla, aram] = twoAtTable();
    leyla.goTo('Climb').do(addColumnAfter);
    aram.goTo('420').do(addRowAfter);
    exchange(leyla, aram);
    const fix = fixTables(leyla.state);
    if (fix) leyla.dispatch(fix);
    leyla.goTo('420').do(addColumnAfter);
    exchange(leyla, aram);
    expect(new Set(aram.shape)).toEqual(new Set([4]));
    expect(fixTables(aram.state)).toBeUndefined();
  });

  it('who take out a column, merge cells and write at once lose no word outside that column', () => {
    const [leyla, aram] = twoAtTable();
    leyla.goTo('Climb').do(deleteColumn);
    aram.dispatch(aram.state.tr.insertText(' and steep', aram.placeOf('Lari') + 4));
    const cell = (words: string) => aram.placeOf(words) - 2;
    aram.dispatch(
      aram.state.tr.setSelection(CellSelection.create(aram.state.doc, cell('Stage'), cell('Lari and steep'))),
    );
    aram.do(mergeCells);
    exchange(leyla, aram);
    const words = aram.state.doc.textBetween(0, aram.state.doc.content.size, '|');
    expect(words).toContain('Stage');
    expect(words).toContain('Lari and steep');
    expect(aram.state.doc.toJSON()).toEqual(leyla.state.doc.toJSON());
    expect(() => readDocument(aram.ydoc)).not.toThrow();
  });
});
