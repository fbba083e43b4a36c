import type { PreviewLink, PublicPreview, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture } from '../../test/factories/make-picture.ts';
import { makeSection } from '../../test/factories/make-section.ts';

describe('a preview link (S9)', () => {
  let test: TestApp;
  let chief: TestPerson;
  let id: string;
  beforeAll(async () => {
    test = await createTestApp();
    chief = await makePerson(test, { role: 'editor_in_chief' });
    const { id: sectionId } = await makeSection(test);
    const story = (await chief.request('POST', '/api/stories', { language: 'en', sectionId })).as<Story>();
    id = story.articles[0]!.id;
    const [lead, inText] = [await makePicture(chief), await makePicture(chief)];
    await chief.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      leadMediaId: lead.id,
    });
    const content = makeContent('Not yet out', ['See /media/here.']);
    content.body.content.push({
      type: 'picture',
      attrs: { id: 'picture-1', mediaId: inText.id, alt: null, credit: null },
      content: [{ type: 'caption' }],
    });
    await writeText(test, id, chief.id, content);
  });
  afterAll(() => test.close());

  const make = async () => {
    const answer = await chief.request('POST', `/api/articles/${id}/preview-links`);
    expect(answer.status).toBe(201);
    const link = answer.as<PreviewLink>();
    return { link, token: link.url.split('/preview/')[1]! };
  };
  const show = (token: string, readerToken = test.env.READER_TOKEN) =>
    fetch(`${test.url}/api/public/preview/${token}`, { headers: { 'x-reader-token': readerToken } });

  it('shows the draft to the reader site, and to nobody else', async () => {
    const { token, link } = await make();
    expect(link.url).toBe(`http://localhost:3000/preview/${token}`);
    expect(Date.parse(link.expiresAt) - Date.now()).toBeLessThanOrEqual(24 * 60 * 60 * 1000);
    const answer = await show(token);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { article, state } = (await answer.json()) as PublicPreview;
    expect([state, article.headline]).toEqual(['draft', 'Not yet out']);
    expect(article.html).toContain('See /media/here.');
    expect((await show(token, 'guessed')).status).toBe(403);
    expect((await fetch(`${test.url}/api/public/en/articles/not-yet-out`)).status).toBe(404);
  });

  it('opens the pictures of its article by its own token, and no others', async () => {
    const { token } = await make();
    const { article } = (await (await show(token)).json()) as PublicPreview;
    const inText = /src="(\/media\/[^"]+)"/.exec(article.html)![1]!;
    for (const path of [`/media/${article.picture!.keys['3x2']}/320.webp`, inText]) {
      const answer = await fetch(`${test.url}/api/public${path}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    const bare = article.picture!.keys.full.slice(token.length);
    expect((await fetch(`${test.url}/api/public/media/${bare}/320.webp`)).status).toBe(404);
    await makePicture(chief);
    const [foreign] = (await test.dataSource.query(
      'select c.key from media_crop c join media m on m.id = c.media_id order by m.id desc limit 1',
    )) as [{ key: string }];
    expect((await fetch(`${test.url}/api/public/media/${token}${foreign.key}/320.webp`)).status).toBe(404);
  });

  it('ends after its time, and when it is taken back, with its pictures', async () => {
    const [expired, revoked] = [await make(), await make()];
    const { article } = (await (await show(revoked.token)).json()) as PublicPreview;
    await test.dataSource.query('update preview_link set expires_at = now() where id = $1', [
      expired.link.id,
    ]);
    expect((await show(expired.token)).status).toBe(404);
    expect((await show(revoked.token)).status).toBe(200);
    expect((await chief.request('DELETE', `/api/articles/${id}/preview-links`)).status).toBe(204);
    expect((await show(revoked.token)).status).toBe(404);
    const picture = `${test.url}/api/public/media/${article.picture!.keys.full}/320.webp`;
    expect((await fetch(picture)).status).toBe(404);
  });

  it('is kept only as a hash', async () => {
    const { token } = await make();
    const rows: unknown = await test.dataSource.query('select * from preview_link');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is not made by whoever may only read the article', async () => {
    const reader = await makePerson(test, { role: 'translator', languages: ['az'] });
    expect((await reader.request('POST', `/api/articles/${id}/preview-links`)).status).toBe(403);
  });
});
