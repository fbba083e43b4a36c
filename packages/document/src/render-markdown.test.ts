import type { Block, Inline, Mark, Paragraph } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import type { RenderContext } from './render-context.ts';
import { renderMarkdown } from './render-markdown.ts';

const context: RenderContext = {
  language: 'en',
  picture: () => ({
    sources: { crop: 'full', key: 'abc', width: 2000, height: 1000, widths: [640, 1280] },
    alt: 'A [mountain]',
    caption: 'The pass.',
    credit: 'Someone',
    licence: 'CC0',
  }),
};
const attrs = { id: 'block1' };
const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks });
const paragraph = (...content: Inline[]) => ({ type: 'paragraph' as const, attrs, content });
const render = (...content: Block[]) => renderMarkdown({ type: 'doc', content }, context);
const bold: Mark = { type: 'bold' };
const link: Mark = { type: 'link', attrs: { href: '/en/news/pass_(road)' } };

describe('an article as Markdown', () => {
  it('keeps emphasis on its words and one link one link', () => {
    const line = paragraph(text('The '), text('pass ', bold), text('is ', link), text('open', link, bold));
    expect(render(line)).toBe('The **pass** [is **open**](</en/news/pass_(road)>)');
  });

  it('says which language a passage is in', () => {
    const lang: Mark = { type: 'lang', attrs: { lang: 'fa' } };
    expect(render(paragraph(text('They say '), text('سلام', lang), text(' here')))).toBe(
      'They say <span lang="fa" dir="rtl">سلام</span> here',
    );
  });

  it('writes tasks with their boxes', () => {
    const item = (checked: boolean, ...content: Paragraph[]) => ({
      type: 'taskItem' as const,
      attrs: { ...attrs, checked },
      content,
    });
    const content = [
      item(true, paragraph(text('a')), paragraph(text('b'))),
      item(false, paragraph(text('c'))),
    ];
    expect(render({ type: 'taskList', attrs, content })).toBe('- [x] a\n\n  b\n- [ ] c');
  });

  it('lets no text pass for Markdown or HTML', () => {
    const lines = ['# not a heading', '1. not a list', '- nor this', '> nor a quote', '=== nor that'];
    expect(lines.map((each) => render(paragraph(text(each))))).toEqual([
      '\\# not a heading',
      '1\\. not a list',
      '\\- nor this',
      '\\> nor a quote',
      '\\=== nor that',
    ]);
    expect(render(paragraph(text('<script>*x*</script> [a](javascript:b) &lt; `c`')))).toBe(
      '\\<script>\\*x\\*\\</script> \\[a\\](javascript:b) \\&lt; \\`c\\`',
    );
    expect(render(paragraph(text('a', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))).toBe('a');
  });

  it('nests lists under their items', () => {
    const item = (...content: Extract<Block, { type: 'bulletList' }>['content'][number]['content']) => ({
      type: 'listItem' as const,
      attrs,
      content,
    });
    const inner: Block = { type: 'bulletList', attrs, content: [item(paragraph(text('one')))] };
    const outer: Block = {
      type: 'orderedList',
      attrs: { ...attrs, start: 9 },
      content: [item(paragraph(text('nine')), inner), item(paragraph(text('ten')))],
    };
    expect(render(outer)).toBe('9. nine\n\n   - one\n10. ten');
  });

  it('shows pictures with their words, and quotes with their speaker', () => {
    const picture: Block = {
      type: 'picture',
      attrs: { ...attrs, mediaId: '0192f000-0000-7000-8000-000000000001', alt: null, credit: null },
      content: [{ type: 'caption' }],
    };
    const quote: Block = {
      type: 'blockquote',
      attrs: { ...attrs, attribution: 'A driver' },
      content: [paragraph(text('Slow.')), paragraph(text('Very slow.'))],
    };
    expect(render(picture, quote)).toBe(
      '![A \\[mountain\\]](/media/abc/1280.webp)\\\nThe pass. Photo: Someone, CC0\n\n> Slow.\n>\n> Very slow.\n>\n> — A driver',
    );
  });

  it('gives a table its head and room for wide cells, and puts corrections where readers find them', () => {
    const cell = (words: string, colspan = 1, rowspan = 1) => ({
      type: 'tableCell' as const,
      attrs: { ...attrs, colspan, rowspan },
      content: [paragraph(text(words))],
    });
    const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, attrs, content });
    const table: Block = {
      type: 'table',
      attrs: { ...attrs, caption: 'Snow' },
      content: [row(cell('Year', 1, 2), cell('Depth | cm', 2)), row(cell('north'), cell('south'))],
    };
    const correction: Block = {
      type: 'correction',
      attrs: { ...attrs, date: '2024-11-08', place: 'top' },
      content: [paragraph(text('Not snow.'))],
    };
    expect(render(table, correction)).toBe(
      '> **Correction, 08 November 2024**\n>\n> Not snow.\n\n**Snow**\n\n' +
        '| Year | Depth \\| cm |  |\n| --- | --- | --- |\n|  | north | south |',
    );
  });

  it('keeps a table small in which every cell claims a hundred places', () => {
    const cell = { type: 'tableCell' as const, attrs: { ...attrs, colspan: 100, rowspan: 100 } };
    const cells = Array.from({ length: 20 }, () => ({ ...cell, content: [paragraph(text('x'))] }));
    const rows = Array.from({ length: 60 }, () => ({ type: 'tableRow' as const, attrs, content: cells }));
    const lines = render({ type: 'table', attrs: { ...attrs, caption: null }, content: rows }).split('\n');
    expect([lines.length, lines.join('').match(/x/g)?.length]).toEqual([61, 1200]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(1000);
  });

  it('makes no picture of a link that follows an exclamation mark', () => {
    expect(render(paragraph(text('Open!'), text('Read on', link)))).toBe(
      'Open\\![Read on](</en/news/pass_(road)>)',
    );
  });

  it('fences code by more backticks than it has', () => {
    const code: Block = { type: 'codeBlock', attrs, content: [{ type: 'text', text: 'a ```` b' }] };
    expect(render(code)).toBe('`````\na ```` b\n`````');
  });
});
