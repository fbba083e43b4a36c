import type { Block } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '@broadsheet/document/render';
import { convertFile } from './convert-file.ts';
import { markdownToHtml } from './markdown-to-html.ts';

async function read(text: string): Promise<Block[]> {
  const answer = await convertFile({ kind: 'md', bytes: new TextEncoder().encode(text) });
  if (!('file' in answer)) throw new Error(answer.fault);
  return answer.file.content.body.content;
}
const words = async (text: string) =>
  renderMarkdown(
    { type: 'doc', content: await read(text) },
    { language: 'en', picture: () => null },
  ).replaceAll(/\\(?=[[\]])/g, '');

describe('Markdown of other programs', () => {
  it('has its footnotes as text, also of one word and of several paragraphs', async () => {
    const text =
      'Nine[^1] cars[^crew], and one[^2].\n\n[^1]: Counted *twice*\nby the crew.\n\n    In the rain.\n[^crew]: Word\n\nThe end.';
    expect(await words(text)).toBe(
      'Nine[1] cars[crew], and one[^2].\n\n[1] Counted *twice* by the crew.\n\nIn the rain.\n\n[crew] Word\n\nThe end.',
    );
  });

  it.each([
    ['==nine== cars', '<mark>nine</mark> cars'],
    ['==*nine* cars==', '<mark>*nine*</mark> <mark>cars</mark>'],
    ['a == b, c == d', 'a == b, c == d'],
    ['a==b==c', 'a==b==c'],
    ['====', '===='],
    ['==nine cars', '==nine cars'],
    ['`==nine==`', '==nine=='],
  ])('has what is highlighted in %s', async (text, expected) => {
    expect((await words(text)).replaceAll('\\=', '=')).toBe(expected);
  });

  it.each([
    ['> It was never late.\n>\n> — Nona Sabir', 'Nona Sabir'],
    ['> It was never late.\n> -- *Nona* Sabir', 'Nona Sabir'],
    ['> — Will it come?\n>\n> — It will', null],
    ['> — Will it come?\n> — It will', null],
    ['> It came.\n>\n> — At last!', null],
    ['> — Nona Sabir', null],
    ['> It was never late.', null],
  ])('knows who speaks in %j', async (text, attribution) => {
    const blocks = await read(text);
    expect(blocks).toMatchObject([{ type: 'blockquote', attrs: { attribution } }]);
    if (attribution)
      expect(blocks).toMatchObject([{ content: [{ content: [{ text: 'It was never late.' }] }] }]);
  });

  it.each([
    ['![The ferry](https://a.example/a.jpg "At the *pier*")', 'At the *pier*', null],
    ['![The ferry](https://a.example/a.jpg)\n*At the pier*', 'At the pier', null],
    ['![The ferry](https://a.example/a.jpg)\\\nAt the pier Photo: N. Sabir', 'At the pier', 'N. Sabir'],
  ])('has the caption of %s', async (text, caption, credit) => {
    expect(await read(text)).toMatchObject([
      { type: 'picture', attrs: { credit }, content: [{ content: [{ text: caption }] }] },
    ]);
  });

  it('has a bold line before a table as its title, and no other bold line', async () => {
    const table = '| Year | Cars |\n|---|---|\n| 1974 | nine |';
    const [title] = await read(`**Cars by year**\n\n${table}`);
    expect(title).toMatchObject({ type: 'table', attrs: { caption: 'Cars by year' } });
    expect((await read(`**Cars** by year\n\n${table}`)).map(({ type }) => type)).toEqual([
      'paragraph',
      'table',
    ]);
  });

  it('keeps a last line that only looks like the foot of a file of ours', async () => {
    expect(
      await words('---\nsource: "https://a.example/1"\n---\nText\n\n---\n\n<https://a.example/2>\n'),
    ).toContain('a.example/2');
  });

  it.each(['==', '==a', '[^1]', '[^1]: a\n', '> — a\n', '> — a\n>\n', '**a**\n\n|a|\n|-|\n\n', '![](a)\\\n'])(
    'S6: of %j repeated is read in time that grows with its length',
    (piece) => {
      const measure = (times: number) => {
        const start = process.cpuUsage();
        markdownToHtml(piece.repeat(times));
        return process.cpuUsage(start).user;
      };
      measure(1_000);
      const short = Math.max(measure(1_000), 5_000);
      // ten times the length: a quadratic reader would take a hundred times as long
      expect(measure(10_000)).toBeLessThan(short * 50);
    },
  );
});
