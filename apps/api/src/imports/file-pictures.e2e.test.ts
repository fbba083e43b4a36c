import type { ImportedStory, Media, Revision, RevisionSummary } from '@broadsheet/types';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeDocxWith } from '../../test/factories/make-docx.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';

describe('the pictures of an imported file', () => {
  let test: TestApp;
  let writer: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    writer = await makePerson(test, { role: 'journalist' });
  });
  afterAll(() => test.close());

  const bring = (name: string, file: string | Buffer, story: unknown = { language: 'en' }) => {
    const form = new FormData();
    form.set('story', JSON.stringify(story));
    form.set('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), name);
    return writer.request('POST', '/api/stories/import', form);
  };
  const counts = async () => {
    const rows: unknown[] = await test.dataSource.query('select count(*) as media from media');
    return rows[0];
  };
  const contentOf = async ({ story }: ImportedStory) => {
    const saved = await writer.request('POST', `/api/articles/${story.articles[0]?.id ?? ''}/revisions`, {});
    const revision = await writer.request('GET', `/api/revisions/${saved.as<RevisionSummary>().id}`);
    return revision.as<Revision>().content;
  };

  it('are each once in the library, where they come from Word, by the name of its file, described in the language of the article', async () => {
    const unlike = await sharp({ create: { width: 61, height: 41, channels: 3, background: '#3a3' } })
      .png()
      .toBuffer();
    const file = makeDocxWith('Bərə', unlike, { name: 'quay &amp; ferry.png', alt: 'Körpüdə bərə' });
    const before = await counts();
    const first = await contentOf((await bring('a.docx', file, { language: 'az' })).as<ImportedStory>());
    const again = await contentOf((await bring('b.docx', file, { language: 'ru' })).as<ImportedStory>());
    const ids = [...first.body.content, ...again.body.content].flatMap((block) =>
      block.type === 'picture' ? [block.attrs.mediaId] : [],
    );
    expect([ids.length, new Set(ids).size]).toEqual([4, 1]);
    expect((await counts()) as Record<string, unknown>).toMatchObject({
      media: String(Number((before as Record<string, unknown>)['media']) + 1),
    });
    const media = (await writer.request('GET', `/api/media/${ids[0] ?? ''}`)).as<Media>();
    expect([media.filename, media.alt]).toEqual(['quay & ferry.png', { az: 'Körpüdə bərə' }]);
  });

  it('are called by the headline where nobody named their file', async () => {
    const page = await sharp({ create: { width: 62, height: 42, channels: 3, background: '#33a' } })
      .png()
      .toBuffer();
    const html = `<h1>The old ferry</h1><p>It is back.</p><img src="data:image/png;base64,${page.toString('base64')}">`;
    const { body } = await contentOf((await bring('page.html', html)).as<ImportedStory>());
    const [id] = body.content.flatMap((block) => (block.type === 'picture' ? [block.attrs.mediaId] : []));
    const media = (await writer.request('GET', `/api/media/${id ?? ''}`)).as<Media>();
    expect(media.filename).toBe('The old ferry');
  });
});
