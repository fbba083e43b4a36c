import {
  importMaxBytes,
  type ImportedArticle,
  type ImportedStory,
  type Problem,
  type Revision,
  type RevisionSummary,
} from '@broadsheet/types';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makeDocx, makeDocxWith } from '../../test/factories/make-docx.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeStory } from '../../test/factories/make-story.ts';
import { suggestWords } from '../../test/factories/suggest-words.ts';
import { vastPicture } from '../../test/factories/vast-picture.ts';
import { writeArchive } from '../archives/write-archive.ts';

const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;

describe('a file becomes a draft', () => {
  let test: TestApp;
  let writer: TestPerson;
  let photo: Buffer;
  beforeAll(async () => {
    test = await createTestApp();
    writer = await makePerson(test, { role: 'journalist' });
    photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
      .png()
      .toBuffer();
  });
  afterAll(() => test.close());

  const send = (
    person: TestPerson,
    path: string,
    name: string,
    file: string | Buffer,
    story: unknown = { language: 'en' },
  ) => {
    const form = new FormData();
    if (story !== undefined) form.set('story', typeof story === 'string' ? story : JSON.stringify(story));
    form.set('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), name);
    return person.request('POST', path, form);
  };
  const bring = (name: string, file: string | Buffer, story?: unknown) =>
    send(writer, '/api/stories/import', name, file, story);
  const counts = async () => {
    const rows: unknown[] = await test.dataSource.query(
      'select (select count(*) from story) as stories, (select count(*) from media) as media, (select count(*) from document_update) as edits',
    );
    return rows[0];
  };
  const contentOf = async ({ story }: ImportedStory) => {
    const saved = await writer.request('POST', `/api/articles/${story.articles[0]?.id ?? ''}/revisions`, {});
    const revision = await writer.request('GET', `/api/revisions/${saved.as<RevisionSummary>().id}`);
    return revision.as<Revision>().content;
  };

  it('from Markdown, with its head, its tasks and its tables', async () => {
    const answer = await bring(
      'ferry.md',
      '---\ntitle: "The old ferry"\ndescription: It is back\n---\n\nIt carried **nine** cars.\n\n- [x] bell\n- [ ] rope\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    );
    expect(answer.status).toBe(201);
    const { headline, standfirst, body } = await contentOf(answer.as<ImportedStory>());
    expect([headline, standfirst[0]?.text]).toEqual(['The old ferry', 'It is back']);
    expect(body.content.map(({ type }) => type)).toEqual(['paragraph', 'taskList', 'table']);
    expect(answer.as<ImportedStory>().report).toEqual({ lost: [] });
  });

  it('from a web page, without what runs in it, and says what it left (S4)', async () => {
    const answer = await bring(
      'page.html',
      `<html><nav>Home</nav><article><h1>The old ferry</h1><p onclick="x()">It is <a href="javascript:x()">back</a>.</p>
       <script>alert(1)</script><svg onload="x()"></svg><img src="data:image/png;base64,${photo.toString('base64')}" alt="The ferry" onerror="x()"></article></html>`,
    );
    const { headline, body } = await contentOf(answer.as<ImportedStory>());
    expect(headline).toBe('The old ferry');
    expect(body.content).toMatchObject([
      { type: 'paragraph', content: [{ type: 'text', text: 'It is back.' }] },
      { type: 'picture', attrs: { alt: 'The ferry' } },
    ]);
    expect(answer.as<ImportedStory>().report.lost.sort((a, b) => (a.what < b.what ? -1 : 1))).toEqual([
      { what: 'drawings', count: 1 },
      { what: 'links', count: 1 },
      { what: 'scripts', count: 1 },
    ]);
  });

  it('from a web page, with the words in another language marked, and those in its own not', async () => {
    const html = '<p>The <i lang="az">bərə</i> is <span lang="en-GB">back</span></p>';
    const { body } = await contentOf((await bring('page.html', html)).as<ImportedStory>());
    const [lang, italic] = [{ type: 'lang', attrs: { lang: 'az' } }, { type: 'italic' }];
    expect(body.content).toMatchObject([
      { content: [{ text: 'The ' }, { text: 'bərə', marks: [italic, lang] }, { text: ' is back' }] },
    ]);
  });

  it('from Word, with tracked changes accepted, and comments and formulas named', async () => {
    const body =
      `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>The old ferry</w:t></w:r></w:p>` +
      `<w:p><w:r><w:t xml:space="preserve">It carried </w:t></w:r><w:ins w:author="N"><w:r><w:t>nine</w:t></w:r></w:ins>` +
      `<w:del w:author="N"><w:r><w:delText>ten</w:delText></w:r></w:del><w:moveTo w:author="N"><w:r><w:t xml:space="preserve"> cars</w:t></w:r></w:moveTo>.</w:p>` +
      `<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`;
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`;
    const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;
    const answer = await bring(
      'ferry.docx',
      makeDocx(body, { 'word/styles.xml': styles, 'word/_rels/document.xml.rels': links }),
    );
    const content = await contentOf(answer.as<ImportedStory>());
    expect(content.headline).toBe('The old ferry');
    expect(content.body.content).toMatchObject([{ content: [{ text: 'It carried nine cars' }] }]);
    expect(answer.as<ImportedStory>().report.lost).toEqual([{ what: 'formulas', count: 1 }]);
  });

  it('or comes into an article in which nobody has written, and into no other', async () => {
    const { articleIds } = await makeStory(test, { createdById: writer.id });
    const path = `/api/articles/${articleIds.en ?? ''}/import`;
    const answer = await send(writer, path, 'ferry.md', '# The old ferry\n\nIt is back.', undefined);
    expect(answer.status).toBe(200);
    expect(answer.as<ImportedArticle>().report.lost).toEqual([]);
    const again = await send(writer, path, 'ferry.md', '# Another', undefined);
    expect([again.status, again.as<Problem>().code]).toEqual([409, 'ARTICLE_NOT_EMPTY']);
    const { articleIds: written } = await makeStory(test, { createdById: writer.id });
    await writeText(test, written.en ?? '', writer.id, makeContent('Written', ['before']));
    const refused = await send(writer, `/api/articles/${written.en ?? ''}/import`, 'a.md', 'x', undefined);
    expect(refused.as<Problem>().code).toBe('ARTICLE_NOT_EMPTY');
    const { articleIds: suggested } = await makeStory(test, { createdById: writer.id });
    await suggestWords(test, suggested.en ?? '', writer.id, 'Perhaps so.');
    const kept = await send(writer, `/api/articles/${suggested.en ?? ''}/import`, 'a.md', 'x', undefined);
    expect(kept.as<Problem>().code).toBe('ARTICLE_NOT_EMPTY');
  });

  it('S7: not where its writer may not write, and not for others', async () => {
    const before = await counts();
    const reader = await makePerson(test, { role: 'journalist', languages: ['az'] });
    const answer = await send(reader, '/api/stories/import', 'a.md', '# A');
    expect([answer.status, answer.as<Problem>().code]).toEqual([403, 'FORBIDDEN']);
    expect(await counts()).toEqual(before);
  });

  describe('S6, S20: of a file that is none, one sentence and nothing written', () => {
    /** A document whose XML unpacks to more than any has. */
    const bomb = (megabytes: number) => makeDocx(`<!-- ${' '.repeat(megabytes * 1024 * 1024)} -->`);
    /** An archive that says of its one file that it is small. */
    const lying = () => {
      const honest = bomb(200);
      for (let at = honest.indexOf('PK\u0001\u0002'); at >= 0; at = honest.indexOf('PK\u0001\u0002', at + 4))
        honest.writeUInt32LE(10, at + 24);
      return honest;
    };
    const files: [string, string, () => Buffer | string, string][] = [
      ['nothing', 'a.docx', () => Buffer.alloc(0), 'IMPORT_UNREADABLE'],
      ['an old Word document', 'a.docx', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'IMPORT_UNREADABLE'],
      [
        'half a document',
        'a.docx',
        () => makeDocx(paragraph('x').repeat(2000)).subarray(0, 900),
        'IMPORT_UNREADABLE',
      ],
      ['a picture with another name', 'a.docx', () => photo, 'IMPORT_UNREADABLE'],
      ['a picture as text', 'a.md', () => photo, 'IMPORT_UNREADABLE'],
      ['an unknown kind', 'a.exe', () => 'MZ', 'IMPORT_UNREADABLE'],
      [
        'an archive without a document',
        'a.docx',
        () => writeArchive(new Map([['a.txt', Buffer.from('x')]])),
        'IMPORT_UNREADABLE',
      ],
      ['broken XML', 'a.docx', () => makeDocx('<w:p><w:r>'), 'IMPORT_UNREADABLE'],
      ['a document of 60 MB when unpacked', 'a.docx', () => bomb(60), 'IMPORT_TOO_LARGE'],
      ['one that hides how large it is', 'a.docx', lying, 'IMPORT_TOO_LARGE'],
      [
        'thousands of files',
        'a.docx',
        () =>
          makeDocx(
            '',
            Object.fromEntries(Array.from({ length: 3100 }, (_, n) => [`word/${String(n)}.xml`, '<a/>'])),
          ),
        'IMPORT_TOO_LARGE',
      ],
      [
        'entities that grow (XML bomb)',
        'a.docx',
        () =>
          makeDocx('', {
            'word/document.xml': `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('&b;')}</w:body></w:document>`,
          }),
        'IMPORT_UNREADABLE',
      ],
      [
        'an entity that reads a file',
        'a.docx',
        () =>
          makeDocx('', {
            'word/styles.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
          }),
        'IMPORT_UNREADABLE',
      ],
      [
        'names that lead out',
        'a.docx',
        () => makeDocx(paragraph('x'), { '../../etc/cron.d/x': '* * * * *' }),
        'IMPORT_UNREADABLE',
      ],
      [
        'a name from the root',
        'a.docx',
        () => makeDocx(paragraph('x'), { '/etc/cron.d/x': '* * * * *' }),
        'IMPORT_UNREADABLE',
      ],
      [
        'a name of another system',
        'a.docx',
        () => makeDocx(paragraph('x'), { '..\\..\\x': 'y' }),
        'IMPORT_UNREADABLE',
      ],
      ['elements without end', 'a.html', () => '<b>'.repeat(5000), 'IMPORT_TOO_LARGE'],
      ['more words than anybody writes', 'a.md', () => 'word '.repeat(400_000), 'IMPORT_TOO_LARGE'],
    ];
    it.each(files)('%s', async (_, name, make, code) => {
      const before = await counts();
      const answer = await bring(name, make());
      expect(answer.as<Problem>()).toMatchObject({ code });
      expect(answer.as<Problem>().detail).toMatch(/Nothing was changed/);
      expect(await counts()).toEqual(before);
    });

    it('60 MB over the line', async () => {
      const before = await counts();
      const answer = await bring('a.docx', Buffer.alloc(importMaxBytes * 2));
      expect([answer.status, answer.as<Problem>().code]).toEqual([413, 'IMPORT_TOO_LARGE']);
      expect(await counts()).toEqual(before);
    });

    it('a picture in it that is a bomb or broken is named, and the words are kept', async () => {
      const bomb = vastPicture(20_000, 20_000);
      const inside = [photo.subarray(0, 40), bomb].map(
        (picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`,
      );
      const page = (await bring('a.html', `<p>Words</p>${inside.join('')}`)).as<ImportedStory>();
      const word = (await bring('a.docx', makeDocxWith('Words', bomb))).as<ImportedStory>();
      expect([page, word].map(({ report }) => report.lost)).toEqual([
        [{ what: 'pictures', count: 2 }],
        [{ what: 'pictures', count: 1 }],
      ]);
      for (const made of [page, word])
        expect((await contentOf(made)).body.content).toMatchObject([{ content: [{ text: 'Words' }] }]);
    });
  });

  it.each([
    '{"language":"en","__proto__":{"admin":true}}',
    '{"language":"en","constructor":{"prototype":{"admin":true}}}',
  ])('S25: names that reach into objects are refused, and nothing is begun: %s', async (story) => {
    const before = await counts();
    const answer = await bring('a.md', '# A', story);
    expect([answer.status, answer.as<Problem>().code]).toEqual([422, 'INPUT_INVALID']);
    expect(await counts()).toEqual(before);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it('S25: names that reach into objects mean nothing in the head of a text', async () => {
    const answer = await bring('a.md', '---\n__proto__: x\nconstructor: y\n---\n# A\n\nWords');
    expect(answer.status).toBe(201);
    const { headline, standfirst, body } = await contentOf(answer.as<ImportedStory>());
    expect([headline, standfirst]).toEqual(['A', []]);
    expect(body.content).toMatchObject([{ type: 'paragraph', content: [{ text: 'Words' }] }]);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('others are answered while a long file is read', async () => {
    const long = makeDocx(paragraph('one two three four five six seven eight nine ten').repeat(2000));
    let isDone = false;
    const importing = bring('long.docx', long).finally(() => (isDone = true));
    let worst = 0;
    while (!isDone) {
      const start = performance.now();
      await writer.request('GET', '/api/health');
      worst = Math.max(worst, performance.now() - start);
    }
    expect((await importing).status).toBe(201);
    console.info(`longest wait of another while 20,000 words are imported: ${worst.toFixed(0)} ms`);
    expect(worst).toBeLessThan(3000);
  }, 60_000);
});
