import { articleContent, type Block, type Inline, type Mark } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import {
  everyBlock,
  mediaId,
  paragraph,
  posterId,
  storyId,
  text,
} from '../../../../packages/document/test/every-block.ts';
import { convertFile } from '../imports/convert-file.ts';
import type { FileKind } from '../imports/converted-file.ts';
import type { ExportMatter, ExportPicture } from './export-matter.ts';
import { renderDocx } from './render-docx.ts';
import { renderMarkdownFile, renderPage } from './render-page.ts';

const source = 'https://ledger.example/en/news/head';
const picture = (id: string): [string, ExportPicture] => [
  id,
  {
    ...{ id, width: 300, height: 200, alt: 'A ferry', caption: 'The ferry', credit: 'A reader, CC0' },
    ...{ bytes: Buffer.from('pixels'), address: `https://ledger.example/media/${id}/1280.jpg` },
  },
];
const matterOf = (...blocks: Block[]): ExportMatter => ({
  content: { headline: 'Head', standfirst: [], body: { type: 'doc', content: blocks } },
  ...{ language: 'en', headline: 'Head', authors: [], leadMediaId: null, recordings: new Map(), source },
  pictures: new Map([picture(mediaId), picture(posterId)]),
  related: new Map([[storyId, { headline: 'The other ferry', address: 'https://ledger.example/other' }]]),
});

const write: Record<FileKind, (matter: ExportMatter) => string | Buffer> = {
  html: (matter) => renderPage(matter, () => 'data:image/jpeg;base64,AAAA'),
  md: renderMarkdownFile,
  docx: renderDocx,
};
const kinds = Object.keys(write) as FileKind[];

async function cameBack(kind: FileKind, ...blocks: Block[]): Promise<Block[]> {
  const answer = await convertFile({ kind, bytes: Buffer.from(write[kind](matterOf(...blocks))) });
  if (!('file' in answer)) throw new Error(answer.fault);
  expect(answer.file.lost).toEqual({});
  expect(articleContent.safeParse(answer.file.content).error).toBe(undefined);
  return answer.file.content.body.content;
}

/** Blocks without what is new each time, and without marks in the order in which they came. */
const plainly = (blocks: readonly Block[]): unknown =>
  JSON.parse(
    JSON.stringify(blocks, (name, value: unknown) => {
      if (name === 'id' || name === 'mediaId' || name === 'layout') return undefined;
      if (name === 'marks') return (value as Mark[]).map((mark) => mark.type).sort();
      // the language of a whole quote is no file's to know
      return name === 'lang' ? undefined : value;
    }),
  );

const all = everyBlock();
const point = (id: string, ...words: Inline[]) => ({
  type: 'listItem' as const,
  attrs: { id },
  content: [paragraph(`${id}-line`, ...words)],
});
const terms: Block = {
  type: 'factBox',
  attrs: { id: 'facts2', title: 'The path' },
  content: [
    {
      type: 'bulletList',
      attrs: { id: 'terms1' },
      content: [
        point('term01', text('Highest point:', { type: 'bold' }), text(' 2,840 m')),
        point('term02', text('Open:', { type: 'bold' }), text(' until the snow')),
      ],
    },
  ],
};
const untitled: Block = { ...all.factBox, attrs: { id: 'facts3', title: null } };
/** What a file of that kind has a sign of its own for; the rest comes back as the words that it shows. */
const whole: Record<FileKind, Block[]> = {
  md: [all.blockquote, all.picture, all.factBox, untitled, terms, all.table, all.horizontalRule],
  html: [
    ...[all.blockquote, all.pullQuote, all.picture, all.factBox, untitled, terms],
    ...[all.keyPoints, all.qa, all.table, all.horizontalRule],
  ],
  docx: [
    ...[all.blockquote, all.pullQuote, all.picture, all.factBox, untitled, terms],
    ...[all.keyPoints, all.qa, all.table, all.horizontalRule],
  ],
};
const simple = [all.paragraph, all.heading, all.bulletList, all.orderedList, all.taskList, all.codeBlock];
const cases = kinds.flatMap((kind) =>
  [...simple, ...whole[kind]].map((block) => ({ kind, name: block.type, block })),
);

describe('an article that goes out as a file and comes in again', () => {
  it.each(cases)('has its $name as it was, by .$kind', async ({ kind, block }) => {
    const between = paragraph('between', text('Between'));
    // only HTML knows which cell of a row names it
    const sent =
      block.type === 'table' && kind !== 'html' ? { ...block, content: block.content.slice(0, 1) } : block;
    expect(plainly(await cameBack(kind, between, sent, between))).toEqual(plainly([between, sent, between]));
  });

  const marks: Mark[] = [
    ...[{ type: 'bold' as const }, { type: 'italic' as const }, { type: 'strike' as const }],
    ...[{ type: 'underline' as const }, { type: 'highlight' as const }, { type: 'subscript' as const }],
    ...[{ type: 'superscript' as const }, { type: 'tk' as const }],
    { type: 'link', attrs: { href: 'https://ferry.example/log?a=1&b=2' } },
  ];
  it.each(kinds.flatMap((kind) => marks.map((mark) => ({ kind, mark, name: mark.type }))))(
    'has its words with the mark $name, by .$kind',
    async ({ kind, mark }) => {
      const line = paragraph('marked', text('It is '), text('nine', mark), text(' cars'));
      const [back] = await cameBack(kind, line);
      expect(back).toMatchObject({ content: [{ text: 'It is ' }, { marks: [mark] }, { text: ' cars' }] });
    },
  );

  it.each(kinds)('has all its words, and none that the file added for its readers, by .%s', async (kind) => {
    let count = 0;
    const next = () => `said${(count += 1)}said`;
    const blocks = Object.values(everyBlock(() => [text(next())], next));
    const back = JSON.stringify(await cameBack(kind, ...blocks));
    const words = JSON.stringify(blocks).match(/said\d+said/g) ?? [];
    expect(words.filter((each) => !back.includes(each))).toEqual([]);
    expect(back).not.toContain(source);
  });

  it.each(['Half * and * half', '*Not* emphasis, _nor_ this', '1. First `code`', '[a](b) <b> &amp; ==x=='])(
    'has the standfirst «%s» word for word, by .md',
    async (words) => {
      const matter = matterOf(all.paragraph);
      matter.content.standfirst = [{ type: 'text', text: words }];
      const answer = await convertFile({ kind: 'md', bytes: Buffer.from(renderMarkdownFile(matter)) });
      const read = 'file' in answer ? answer.file.content.standfirst : [];
      expect(read).toEqual([{ type: 'text', text: words, marks: [] }]);
    },
  );

  it('has literal signs of Markdown as words, by .md', async () => {
    const line = paragraph('signs1', text('a ==b== c, [^1] and x^2^, <u>d</u> *e*'));
    expect(plainly(await cameBack('md', line))).toEqual(plainly([line]));
  });
});
