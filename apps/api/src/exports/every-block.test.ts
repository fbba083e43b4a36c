import type { Block, Standfirst } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import {
  everyBlock,
  mediaId,
  paragraph,
  posterId,
  storyId,
  text,
} from '../../../../packages/document/test/every-block.ts';
import { readArchive } from '../archives/read-archive.ts';
import { convertFile } from '../imports/convert-file.ts';
import type { ExportMatter, ExportPicture } from './export-matter.ts';
import { renderDocx } from './render-docx.ts';
import { pageStyles } from './page-styles.ts';
import { renderMarkdownFile, renderPage } from './render-page.ts';

const recordingId = '01890000-0000-7000-8000-000000000003';
const film = 'https://ledger.example/media/film/file.mp4';

const picture = (id: string): [string, ExportPicture] => [
  id,
  {
    id,
    width: 300,
    height: 200,
    alt: 'A ferry',
    caption: 'The ferry',
    credit: 'A reader',
    bytes: Buffer.from('pixels'),
    address: `https://ledger.example/media/${id}/1280.jpg`,
  },
];

const matterOf = (...blocks: Block[]): ExportMatter => ({
  content: { headline: 'Head', standfirst: [], body: { type: 'doc', content: blocks } },
  language: 'en',
  headline: 'Head',
  authors: [],
  leadMediaId: null,
  pictures: new Map([picture(mediaId), picture(posterId)]),
  recordings: new Map([[recordingId, film]]),
  related: new Map([
    [storyId, { headline: 'The other ferry', address: 'https://ledger.example/en/news/other' }],
  ]),
  source: 'https://ledger.example/en/news/head',
});

const limits = { files: 100, bytes: 10_000_000, fileBytes: 10_000_000 };
const partsOf = (matter: ExportMatter) =>
  [...readArchive(renderDocx(matter), limits)].flatMap(([name, part]) =>
    /document\.xml/.test(name) ? [part.toString('utf8')] : [],
  );

/** What a person finds in each kind of file. */
const formats: Record<string, (matter: ExportMatter) => string> = {
  HTML: (matter) => renderPage(matter, () => 'data:image/jpeg;base64,AAAA'),
  print: (matter) => renderPage(matter, ({ id }) => `/api/media/${id}/full/1280.webp`),
  Markdown: renderMarkdownFile,
  Word: (matter) => partsOf(matter).join('\n'),
};

/** One of every kind whose every word and name is another one, so that each can be looked for. */
function spokenBlocks(): Block[] {
  let count = 0;
  const next = () => `said${(count += 1)}said`;
  return Object.values(everyBlock(() => [text(next())], next));
}

/** What a block says beside the words that were written into it. */
const saysMore: Partial<Record<Block['type'], string[]>> = {
  video: ['https://media.example/a.mp4'],
  audio: ['https://media.example/a.mp4'],
  embed: ['https://www.youtube.com/watch?v=aqz-KE-bpKQ'],
  keyPoints: ['Key points'],
  relatedStory: ['Read also', 'The other ferry', 'https://ledger.example/en/news/other'],
  correction: ['Correction', '08 November 2024'],
};

const cases = Object.keys(formats).flatMap((format) =>
  spokenBlocks().map((block) => ({ format, kind: block.type, block })),
);

describe('an article as a file', () => {
  it.each(cases)('holds a $kind with all its words in $format', ({ format, kind, block }) => {
    const write = formats[format]!;
    const file = write(matterOf(block));
    const words = JSON.stringify(block).match(/said\d+said/g) ?? [];
    for (const each of [...words, ...(saysMore[kind] ?? [])]) expect(file).toContain(each);
    expect(file).not.toBe(write(matterOf()));
  });

  it.each(Object.keys(formats))('in %s leads to the recordings of the library, and plays none', (format) => {
    const { video, audio } = everyBlock(undefined, () => 'The crossing');
    const attrs = { src: '', mediaId: recordingId };
    const blocks = [video, audio].map(
      (block) => ({ ...block, attrs: { ...block.attrs, ...attrs } }) as Block,
    );
    const file = formats[format]!(matterOf(...blocks));
    for (const each of ['The crossing', 'Filmed from the ridge', 'Wind on the pass', film])
      expect(file).toContain(each);
    expect(file).not.toMatch(/<video|<audio|Target=""/);
  });

  it.each(Object.keys(formats))('in %s keeps the words of what the library no longer has', (format) => {
    const matter = { ...matterOf(...spokenBlocks()), pictures: new Map<string, ExportPicture>() };
    const file = formats[format]!(matter);
    const words = matter.content.body.content
      .filter(({ type }) => type === 'picture' || type === 'gallery')
      .flatMap((block) => JSON.stringify(block).match(/"text":"said\d+said/g) ?? []);
    expect(words).toHaveLength(3);
    for (const each of words) expect(file).toContain(each.slice('"text":"'.length));
  });

  it.each(Object.keys(formats))('in %s has its corrections first and last, as readers see them', (format) => {
    const { correction, paragraph } = everyBlock();
    const at = (place: 'top' | 'foot', words: string) => ({
      ...correction,
      attrs: { ...correction.attrs, place },
      content: [{ ...paragraph, content: [text(words)] }],
    });
    const file = formats[format]!(matterOf(at('foot', 'Last.'), paragraph, at('top', 'First.')));
    const places = ['First.', 'A paragraph', 'Last.'].map((words) => file.indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it.each(Object.entries({ HTML: '<em>back</em>', print: '<em>back</em>', Markdown: '*back*' }))(
    'in %s keeps what is marked in its standfirst: emphasis and languages',
    (format, emphasis) => {
      const matter = matterOf();
      const marked = (words: string, ...marks: Standfirst[number]['marks'] & object) =>
        ({ type: 'text', text: words, marks }) as const;
      matter.content.standfirst = [
        marked('It is '),
        marked('back', { type: 'italic' }),
        marked(', with '),
        marked('gamarjoba', { type: 'lang', attrs: { lang: 'ka' } }),
      ];
      const file = formats[format]!(matter).replaceAll('\\"', '"');
      expect(file).toContain(`It is ${emphasis}, with <span lang="ka">gamarjoba</span>`);
    },
  );

  it('as a page gives each box of a text a look of its own, and no speaker that of the foot of the page', () => {
    const page = renderPage(matterOf(...spokenBlocks()), () => 'data:,');
    const boxes = ['points', 'facts', 'qa', 'fix', 'also', 'tasks', 'quote', 'pull', 'gallery'];
    for (const box of boxes) {
      expect(page).toContain(`class="${box}`);
      expect(pageStyles).toMatch(new RegExp(`\\.${box}[^{}]*\\{`));
    }
    expect(pageStyles).not.toMatch(/(?:^|[},\n])footer[^{}]*\{/);
    expect(pageStyles).not.toMatch(/url\(|@import|</);
  });

  it('in Markdown has a standfirst that is read back with its marks', async () => {
    const matter = matterOf();
    matter.content.standfirst = [text('It is '), text('back', { type: 'italic' })] as Standfirst;
    const bytes = new TextEncoder().encode(formats['Markdown']!(matter));
    const answer = await convertFile({ kind: 'md', bytes });
    const read = 'file' in answer ? answer.file.content.standfirst : [];
    expect(read.map(({ text: words, marks }) => [words, marks?.map(({ type }) => type)])).toEqual([
      ['It is ', []],
      ['back', ['italic']],
    ]);
  });

  it('is what Word demands: a table names its columns, a page all its margins, a run says nothing twice', () => {
    const { table } = everyBlock();
    const [row] = table.content;
    const cell = row!.content![0]!;
    const wide: Block = {
      ...table,
      content: [
        row!,
        {
          ...row!,
          content: [{ ...cell, attrs: { ...cell.attrs, colspan: 2, rowspan: 2 } }, cell],
        },
        { ...row!, content: [cell] },
      ],
    };
    const pens = text('loud', { type: 'highlight' }, { type: 'tk' });
    const file = formats['Word']!(matterOf(wide, paragraph('pens01', pens)));
    expect(
      /<\/w:tblPr><w:tblGrid>(.*?)<\/w:tblGrid><w:tr>/.exec(file)?.[1]?.match(/<w:gridCol /g),
    ).toHaveLength(3);
    expect(file).toMatch(/<w:pgMar [^>]*w:header="\d+" w:footer="\d+" w:gutter="0"\/>/);
    expect(file.match(/<w:highlight /g)).toHaveLength(1);
  });
});
