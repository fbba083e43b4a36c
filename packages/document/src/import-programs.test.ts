import { describe, expect, it } from 'vitest';
import { articleContent, type Picture } from '@broadsheet/types';
import { clipboard } from '../test/clipboard-html.ts';
import { importHtml } from './import-html.ts';
import { missedByKind } from './import-lost.ts';
import { picturesIn } from './picture-ids.ts';
import { renderMarkdown } from './render-markdown.ts';

const shown = (program: string) => {
  const imported = importHtml(clipboard(program), { pictures: true });
  const sourceOf = (id: string) => (imported.pictures.some(({ mediaId }) => mediaId === id) ? 'new' : 'gone');
  const words = renderMarkdown(imported.body, {
    language: 'en',
    picture: (id) => ({
      sources: { crop: 'full', key: sourceOf(id), width: 400, height: 300, widths: [320] },
      ...{ alt: '', caption: '', credit: '', licence: '' },
    }),
  });
  expect(articleContent.safeParse({ headline: '', standfirst: [], body: imported.body }).error).toBe(
    undefined,
  );
  const lines = words
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\\(?=[[\]])/g, '')
    .split('\n');
  return { ...imported, words: lines.filter((line) => line !== '') };
};

describe('what comes over the clipboard', () => {
  it('from Word keeps headings, lists in lists, tables, footnotes as text and pictures with their captions', () => {
    const { words, pictures, lost } = shown('word');
    expect(words).toEqual([
      '## The old ferry',
      '## What it carried',
      'It carried some **nine** cars and *one* horse.[1]',
      '- first bell',
      '  1. rung twice',
      '- second bell',
      '![The ferry at its pier](/media/new/320.webp)\\',
      'At the pier, *1974*',
      '| **Year** | Cars |',
      '| --- | --- |',
      '| 1974 | nine |',
      '---',
      '[1] Counted by the crew.',
    ]);
    expect(pictures.map(({ source }) => source)).toEqual(['file:///C:/msohtmlclip1/01/clip_image002.jpg']);
    expect(lost).toEqual({});
  });

  it('from Word in the browser keeps what it says in roles, levels and styles alone', () => {
    expect(shown('word-web').words).toEqual([
      '## The old ferry',
      'It carried **nine** cars, ~~ten~~ m<sup>2</sup>',
      '- first bell',
      '  - rung twice',
      '- second bell',
      '[the log](https://ferry.example/log)',
    ]);
  });

  it('from Google Docs keeps lists that stand in lists, and the pictures of its servers', () => {
    const { words, pictures } = shown('google-docs');
    expect(words).toEqual([
      '## The old ferry',
      'It carried **nine** cars and *one* horse[1].',
      '- first bell',
      '  1. rung twice',
      '- second bell',
      '- [x] ask the crew',
      '- [ ] count the cars',
      '![The ferry at its pier](/media/new/320.webp)',
      'Read [the log](https://ferry.example/log).',
      '| Year | Cars |',
      '| --- | --- |',
    ]);
    expect(pictures).toHaveLength(1);
    expect(pictures[0]?.source).toBe('https://lh7-rt.googleusercontent.com/docsz/AD_4nX');
  });

  it('from LibreOffice keeps lists, footnotes as text and pictures that are written out', () => {
    const { words, pictures } = shown('libreoffice');
    expect(words).toEqual([
      '## The old ferry',
      'It carried **nine** cars and *one* horse.[1]',
      '- first bell',
      '  - rung twice',
      '- second bell',
      '![The ferry at its pier](/media/new/320.webp)',
      'Read [the log](https://ferry.example/log).',
      '[1] Counted by the crew.',
    ]);
    expect(pictures[0]?.source).toMatch(/^data:image\/png/);
  });

  it.each(['google-sheets', 'excel'])(
    'from %s is a table without hidden rows, with its bold and italic',
    (program) => {
      const { words } = shown(program);
      expect(words.map((line) => line.replace(/\[(.*)\]\(.*\)/, '$1'))).toEqual([
        '| **Year** | **Cars** carried |',
        '| --- | --- |',
        '| 1974 | *nine* |',
      ]);
    },
  );

  it('from Gmail keeps signs that are drawn, and not the pictures that count readers', () => {
    const { words, pictures, body } = shown('gmail');
    expect(words.join('\n')).toContain('the ferry is **back** 🙂\n- first bell\n- second bell');
    expect(words.join('\n')).toContain('> Is it?');
    expect(pictures).toHaveLength(1);
    expect(picturesIn(body)[0]?.attrs.alt).toBeNull();
  });

  it('from Notion keeps nested lists, quotes, tables and captions', () => {
    const { words } = shown('notion');
    expect(words).toEqual([
      '## The old ferry',
      'It carried **nine** cars and one horse.',
      '- first bell',
      '  - rung twice',
      '- second bell',
      '- [x] ask the crew',
      '- [ ] **count** the cars',
      '  - [ ] twice',
      '> It was never late.',
      '| Year | Cars |',
      '| --- | --- |',
      '| 1974 | nine |',
      '![](/media/new/320.webp)\\',
      'At the pier',
    ]);
  });

  it('from GitHub keeps tasks, done or to do', () => {
    const { words, lost } = shown('github');
    expect(words).toEqual(['- [x] ask the crew', '- [ ] count the cars', '  - [ ] twice']);
    expect(lost).toEqual({});
  });

  it('from Telegram is a post in paragraphs', () => {
    expect(shown('telegram').words).toEqual([
      '**The old ferry**',
      'It carried **nine** cars 🚢 and *one* horse. Its name is Sara.',
      '> It was never late.',
      '[the log](https://ferry.example/log)',
    ]);
  });

  it('from a web page keeps its words and its late pictures, and names what it leaves', () => {
    const { words, pictures, lost, body } = shown('web-page');
    expect(words.slice(0, 2)).toEqual(['## The old ferry', 'It cost ~~12~~ 9 manat.[1]']);
    expect(pictures).toMatchObject([{ source: 'https://paper.example/a.jpg' }]);
    const [picture] = picturesIn(body) as [Picture];
    expect(picture.content[0]?.content).toEqual([{ type: 'text', text: 'At the pier. Photo: N. Sabir' }]);
    expect(lost).toEqual({ script: 1, button: 1, a: 1 });
    expect(missedByKind(lost)).toEqual(new Map());
  });

  it('is missed where somebody meant it: a drawing, a frame, an address, and no sign of the page', () => {
    const { lost } = importHtml(
      '<svg width="600" height="300"></svg><svg class="icon"></svg><svg width="24"></svg><math>x</math>' +
        '<iframe src="https://chart.example/1"></iframe><a href="https://ferry.example/a b">log</a><a href="#top">up</a>' +
        '<ul><li><table><td>x</table></ul><script>x</script><input><noscript>y</noscript>',
      { pictures: true },
    );
    expect(Object.fromEntries(missedByKind(lost))).toEqual({
      drawings: 1,
      formulas: 1,
      frames: 1,
      links: 1,
      tables: 1,
    });
  });
});

describe('a whole article from another system', () => {
  it('has its headline and standfirst where they belong', () => {
    const { headline, standfirst, body } = importHtml(
      '<h1>The old <b>ferry</b></h1><p role="doc-subtitle">It is <i>back</i></p><p>One</p><h1>Two</h1>',
      { whole: true },
    );
    expect(headline).toBe('The old ferry');
    expect(standfirst).toEqual([
      { type: 'text', text: 'It is ', marks: [] },
      { type: 'text', text: 'back', marks: [{ type: 'italic' }] },
    ]);
    expect(body.content.map(({ type }) => type)).toEqual(['paragraph', 'heading']);
  });

  it('keeps a heading that comes after words where it stands', () => {
    expect(importHtml('<p>One</p><h1>Two</h1>', { whole: true }).headline).toBe('');
  });
});
