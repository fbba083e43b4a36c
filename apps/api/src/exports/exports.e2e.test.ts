import { importHtml } from '@broadsheet/document';
import { renderMarkdown } from '@broadsheet/document/render';
import type { Body, ImportedStory, Picture, Revision, RevisionSummary } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture } from '../../test/factories/make-picture.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { makeStory } from '../../test/factories/make-story.ts';
import { readArchive } from '../archives/read-archive.ts';
import { convertFile } from '../imports/convert-file.ts';
import type { FileKind } from '../imports/converted-file.ts';
import { withAbsoluteLinks } from './absolute-links.ts';

const limits = { files: 100, bytes: 10_000_000, fileBytes: 10_000_000 };
/** What a journalist may have written, in HTML. */
const written = `<p>It carried <b>nine</b> cars and <i>one</i> <u>horse</u>, m<sup>2</sup>, <s>ten</s> &amp; <mark>more</mark>.</p>
  <h2>Bells</h2><ul><li>first<ol><li>rung</li><li>twice</li></ol></li><li>second</li></ul>
  <h3>To do</h3><ul><li><input type="checkbox" checked> ask</li><li><input type="checkbox"> ring</li></ul>
  <blockquote><p>It was never late.</p><footer>Nona Sabir</footer></blockquote>
  <table><thead><tr><th>Year</th><th>Cars</th><th>Crew</th></tr></thead><tr><td rowspan="2">1974</td><td colspan="2">nine</td></tr><tr><td>ten</td><td>two</td></tr></table>
  <pre>if (a &lt; b)\n  go()</pre><p>Read <a href="https://ferry.example/log?a=1&b=2">the log</a>, and <a href="/en/news/pier_(old)">of the pier</a>.<br>Again.</p>`;

describe('an article as a file', () => {
  let test: TestApp;
  let writer: TestPerson;
  let articleId: string;
  let body: Body;
  beforeAll(async () => {
    test = await createTestApp();
    writer = await makePerson(test, { role: 'journalist' });
    const { articleIds } = await makeStory(test, { createdById: writer.id });
    articleId = articleIds.en ?? '';
    const picture = await makePicture(writer, { articleId });
    body = importHtml(written).body;
    body.content.push({
      type: 'picture',
      attrs: { id: 'picture-1', mediaId: picture.id, alt: 'The ferry "Sara" & its pier', credit: 'N. Sabir' },
      content: [{ type: 'caption', content: [{ type: 'text', text: 'At the pier' }] }],
    });
    const standfirst = [{ type: 'text' as const, text: 'It is back' }];
    await writeText(test, articleId, writer.id, { headline: 'The old <ferry>', standfirst, body });
  });
  afterAll(() => test.close());

  const take = async (format: string, person = writer) => {
    const answer = await fetch(`${test.url}/api/articles/${articleId}/export/${format}`, {
      headers: { cookie: person.cookie },
    });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const back = async (kind: FileKind, bytes: Buffer) => {
    const answer = await convertFile({ kind, bytes });
    if (!('file' in answer)) throw new Error(answer.fault);
    return answer.file;
  };
  const context = { language: 'en' as const, picture: () => null };
  const words = (of: Body) =>
    renderMarkdown({ ...of, content: of.content.filter(({ type }) => type !== 'picture') }, context);

  it('for Word comes in again with headings, lists, tasks, tables, quotes, links and emphasis as they were', async () => {
    const { headers, bytes } = await take('docx');
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''the-old-ferry.docx");
    const { content, pictures, lost } = await back('docx', bytes);
    expect(content.headline).toBe('The old <ferry>');
    expect(content.standfirst.map(({ text }) => text)).toEqual(['It is back']);
    const { body: sent } = withAbsoluteLinks({ headline: '', standfirst: [], body }, 'http://localhost:3000');
    expect(words(content.body)).toBe(words(sent));
    const table = content.body.content.find(({ type }) => type === 'table');
    const spans =
      table?.type === 'table'
        ? table.content.map((row) => row.content?.map(({ attrs }) => [attrs.colspan, attrs.rowspan]))
        : [];
    expect(spans).toEqual([
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      [
        [1, 2],
        [2, 1],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ]);
    const picture = content.body.content.find(({ type }) => type === 'picture');
    expect(picture).toMatchObject({
      attrs: { alt: 'The ferry "Sara" & its pier', credit: 'N. Sabir' },
      content: [{ content: [{ text: 'At the pier' }] }],
    });
    expect([...(pictures[0]?.bytes?.subarray(0, 2) ?? [])]).toEqual([0xff, 0xd8]);
    expect(lost).toEqual({});
  });

  it('in HTML holds its pictures with caption and credit, and its source, and comes in again', async () => {
    const { bytes } = await take('html');
    const page = bytes.toString('utf8');
    expect(page).toContain('<h1>The old &lt;ferry&gt;</h1>');
    expect(page).toContain('N. Sabir');
    expect(page).toMatch(/<footer><a href="http:\/\/localhost:3001\/stories\/[^"]+\/en">/);
    expect(page).not.toMatch(/src="\/media|srcset/);
    const { content, pictures } = await back('html', bytes);
    expect([content.headline, content.standfirst[0]?.text]).toEqual(['The old <ferry>', 'It is back']);
    expect(pictures[0]?.bytes?.length).toBeGreaterThan(100);
  });

  it('in Markdown has a head, its source, and pictures where they can be looked at', async () => {
    const { headers, bytes } = await take('md');
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const text = bytes.toString('utf8');
    expect(text).toMatch(/^---\ntitle: "The old <ferry>"\ndescription: "It is back"\n/);
    expect(text).toMatch(/\(http:\/\/localhost:3001\/api\/media\/[\w-]{36}\/full\/1280\.jpg\)/);
    expect((await back('md', bytes)).content.headline).toBe('The old <ferry>');
  });

  it('in Markdown comes in again with the pictures of the library, and credits as the library has them', async () => {
    const { bytes } = await take('md');
    const form = new FormData();
    form.set('story', JSON.stringify({ language: 'en' }));
    form.set('file', new Blob([new Uint8Array(bytes)]), 'ferry.md');
    const answer = await writer.request('POST', '/api/stories/import', form);
    const { story, report } = answer.as<ImportedStory>();
    const saved = await writer.request('POST', `/api/articles/${story.articles[0]?.id ?? ''}/revisions`, {});
    const revision = await writer.request('GET', `/api/revisions/${saved.as<RevisionSummary>().id}`);
    const { content } = revision.as<Revision>();
    const pictureOf = ({ content: blocks }: Body) =>
      blocks.find((block): block is Picture => block.type === 'picture');
    expect(pictureOf(content.body)).toMatchObject({
      attrs: { mediaId: pictureOf(body)?.attrs.mediaId, credit: null },
      content: [{ content: [{ text: 'At the pier' }] }],
    });
    expect(report).toEqual({ lost: [] });
  });

  it.each(['docx', 'md', 'html', 'print'])(
    'in %s leads to other stories where readers find them',
    async (format) => {
      const { bytes } = await take(format);
      const parts = format === 'docx' ? [...readArchive(bytes, limits).values()] : [bytes];
      const file = parts.map((part) => part.toString('utf8')).join('\n');
      expect(file).toContain('http://localhost:3000/en/news/pier_(old)');
      expect(file).not.toMatch(/["(<]\/en\/news/);
    },
  );

  it('to be printed is a page in which nothing runs', async () => {
    const { headers, bytes } = await take('print');
    expect(headers.get('content-disposition')).toBe('inline');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'/,
    );
    expect(bytes.toString('utf8')).toMatch(/<img src="\/api\/media\/[\w-]{36}\/full\/1280\.webp"/);
  });

  it('S7: goes to nobody who may not read it, in no format', async () => {
    const { id } = await makeSection(test);
    const other = await makePerson(test, { role: 'journalist', sections: [id] });
    for (const format of ['docx', 'md', 'html', 'print'])
      expect((await take(format, other)).status).toBe(404);
    expect((await take('exe')).status).toBe(404);
    const anonymous = await fetch(`${test.url}/api/articles/${articleId}/export/docx`);
    expect(anonymous.status).toBe(401);
  });
});
