import { compareContent } from '@broadsheet/document/compare';
import type { ArticleContent, Paragraph, Table, TableRow } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { piecesOf, rowsOf } from './pieces.ts';

const line = (id: string, text: string): Paragraph => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const row = (id: string, ...words: string[]): TableRow => ({
  type: 'tableRow',
  attrs: { id },
  content: words.map((word) => ({
    type: 'tableCell',
    attrs: { id: `${id} ${word}`, colspan: 1, rowspan: 1 },
    content: [line(`${id} ${word} line`, word)],
  })),
});
const article = (...content: TableRow[]): ArticleContent => {
  const table: Table = { type: 'table', attrs: { id: 'table', caption: '' }, content };
  return {
    headline: 'Boats',
    standfirst: [],
    body: { type: 'doc', content: [line('above', 'Today:'), table, line('below', 'That is all.')] },
  };
};

describe('a table of two versions', () => {
  it('is one piece between the lines around it, its cells in their rows, those that went where they stood', () => {
    const pieces = piecesOf(
      compareContent(
        article(row('a', 'Ferry', 'Pier', 'Noon'), row('b', 'Bus', 'Square', 'One'), row('c', 'Last')),
        article(row('a', 'Ferry', 'Noon'), row('c', 'Last'), row('d', 'New')),
      ),
    );
    expect(pieces.map(({ key, isTable }) => (isTable ? 'table' : key))).toEqual([
      ...['headline', 'standfirst', 'above', 'table', 'below'],
    ]);
    const table = pieces.find(({ isTable }) => isTable);
    const drawn =
      table && rowsOf(table).map(({ cells }) => cells.map(({ cell, key }) => `${cell?.change} ${key}`));
    expect(drawn).toEqual([
      ['same a Ferry', 'removed a Pier', 'same a Noon'],
      ['removed b Bus', 'removed b Square', 'removed b One'],
      ['same c Last'],
      ['added d New'],
    ]);
  });
});
