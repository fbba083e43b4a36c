import type { Block, Language } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { everyBlock, paragraph, text } from '../test/every-block.ts';
import { renderHtml } from './render-html.ts';

const html = (content: Block[], language: Language = 'en'): string =>
  renderHtml({ type: 'doc', content }, { language, picture: () => null });

describe('a table in a text', () => {
  it('shows a table whose headers say what they head', () => {
    expect(html([everyBlock().table])).toBe(
      '<div class="scroll" role="region" tabindex="0" aria-label="Three stages"><table><caption>Three stages' +
        '</caption><thead><tr><th scope="col">Stage</th><th scope="col" class="num">Climb</th></tr></thead><tbody><tr>' +
        '<th scope="row">Lari</th><td class="num">420</td></tr></tbody></table></div>',
    );
  });

  it('reads wide cells, ragged rows and a table of headers alone', () => {
    const { table } = everyBlock();
    const [head, row] = table.content;
    if (!head?.content?.[1] || !row) throw new Error('The table has no rows.');
    head.content[1].attrs.colspan = 2;
    head.content[0]!.content = [paragraph('empty1')];
    row.content?.pop();
    table.content.push({ type: 'tableRow', attrs: { id: 'row003' } });
    table.attrs.caption = null;
    expect(html([table], 'az')).toBe(
      '<div class="scroll" role="region" tabindex="0" aria-label="Cədvəl"><table><tbody><tr><td></td>' +
        '<th scope="row" colspan="2">Climb</th></tr><tr><th scope="row">Lari</th></tr></tbody></table></div>',
    );
  });

  const tableOf = (...rows: string[][]): Block => ({
    type: 'table',
    attrs: { id: 'table1', caption: null },
    content: rows.map((cells, y) => ({
      type: 'tableRow',
      attrs: { id: `row-${y}` },
      content: cells.map((words, x) => ({
        type: y === 0 ? 'tableHeader' : 'tableCell',
        attrs: { id: `cell-${y}-${x}`, colspan: 1, rowspan: 1 },
        content: [paragraph(`line-${y}-${x}`, ...(words ? [text(words)] : []))],
      })),
    })),
  });

  it('marks the columns of figures, whatever their unit, and none of words', () => {
    const rendered = html([
      tableOf(
        ['Stage', 'Guide', 'Climb', 'Time', 'Cost', 'Opens'],
        ['Lari', 'Mira', '1,270', '1 h 45 min', 'AZN 500', '3 volunteers carry stones here'],
        ['Pass', '7', '−3', '–', '$2.50', '2'],
      ),
    ]);
    const marked = [...rendered.matchAll(/class="num">([^<]*)/g)].map(([, words]) => words);
    expect(marked).toEqual(['Climb', 'Time', 'Cost', '1,270', '1 h 45 min', 'AZN 500', '−3', '–', '$2.50']);
  });

  it('leaves out the rows that say nothing, but none that a cell from above reaches into', () => {
    const rows = (block: Block) => [...html([block]).matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) => row);
    const table = tableOf(['Stage', 'Climb'], ['Lari', '420'], ['', ''], ['Pass', '90'], ['', ' ']);
    expect(rows(table)).toHaveLength(3);
    const tall = tableOf(['Stage', 'Climb'], ['Lari', '420'], ['']) as Extract<Block, { type: 'table' }>;
    tall.content[1]!.content![0]!.attrs.rowspan = 2;
    expect(rows(tall).at(-1)).toBe('<td class="num"></td>');
  });
});
