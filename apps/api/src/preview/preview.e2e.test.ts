import type {
  NewPreviewLink,
  Preview,
  PreviewLinkList,
  PublicPreview,
  RevisionSummary,
  Story,
} from '@broadsheet/types';
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

  const tokenOf = ({ url }: { url: string }) => url.split('/preview/')[1]!;
  const links = () => `/api/articles/${id}/preview-links`;
  const make = async (input: object = { name: 'The mayor’s office', hours: 24 }) => {
    const answer = await chief.request('POST', links(), input);
    expect(answer.status).toBe(201);
    const link = answer.as<NewPreviewLink>();
    return { link, token: tokenOf(link) };
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
    expect((await chief.request('DELETE', `${links()}/${revoked.link.id}`)).status).toBe(204);
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
    const input = { name: 'My cousin', hours: 1 };
    expect((await reader.request('POST', links(), input)).status).toBe(403);
    expect((await reader.request('GET', links())).status).toBe(403);
    const { link, token } = await make();
    expect((await reader.request('DELETE', `${links()}/${link.id}`)).status).toBe(403);
    expect((await show(token)).status).toBe(200);
  });

  it('is listed with whom it is for and who made it, and without its address, while it holds', async () => {
    const [kept, expired, revoked] = [
      await make({ name: 'The translator’s aunt', hours: 168 }),
      await make(),
      await make(),
    ];
    await test.dataSource.query('update preview_link set expires_at = now() where id = $1', [
      expired.link.id,
    ]);
    await chief.request('DELETE', `${links()}/${revoked.link.id}`);
    const { items } = (await chief.request('GET', links())).as<PreviewLinkList>();
    expect(items[0]).toEqual({
      id: kept.link.id,
      name: 'The translator’s aunt',
      createdBy: { id: chief.id, name: chief.name },
      createdAt: kept.link.createdAt,
      expiresAt: kept.link.expiresAt,
    });
    const hours = (Date.parse(kept.link.expiresAt) - Date.parse(kept.link.createdAt)) / 3_600_000;
    expect(hours).toBeCloseTo(168, 3);
    expect(items.map((item) => item.id)).not.toContain(expired.link.id);
    expect(items.map((item) => item.id)).not.toContain(revoked.link.id);
    expect(JSON.stringify(items)).not.toContain(kept.token);
  });

  it('is taken back by an article that it belongs to, and by no other', async () => {
    const { link, token } = await make();
    const other = (await chief.request('POST', '/api/stories', { language: 'en' })).as<Story>();
    const foreign = `/api/articles/${other.articles[0]!.id}/preview-links/${link.id}`;
    await chief.request('DELETE', foreign);
    expect((await show(token)).status).toBe(200);
  });

  it('S8: takes a name and a time from a short list, and nothing else', async () => {
    for (const input of [
      { name: '', hours: 24 },
      { name: 'For ever', hours: 87_600 },
      { name: 'Somebody', hours: 24, articleId: id },
      { name: 'Somebody', hours: 24, sessionId: null, createdById: id },
    ])
      expect((await chief.request('POST', links(), input)).status).toBe(422);
  });

  it('that is a person’s own look is theirs alone: not listed, and over when they sign out', async () => {
    const reader = await makePerson(test, { role: 'translator', languages: ['az'] });
    const answer = await reader.request('POST', `/api/articles/${id}/preview`);
    expect(answer.status).toBe(201);
    const token = tokenOf(answer.as<Preview>());
    expect((await show(token)).status).toBe(200);
    const before = (await chief.request('GET', links())).as<PreviewLinkList>().items;
    await reader.request('POST', '/api/auth/sign-out');
    expect((await show(token)).status).toBe(404);
    expect((await chief.request('GET', links())).as<PreviewLinkList>().items).toEqual(before);
  });

  it('shows a version as readers had it, whatever was written since, and no version of another article', async () => {
    const kept = (await chief.request('POST', `/api/articles/${id}/revisions`, {})).as<RevisionSummary>();
    await writeText(test, id, chief.id, makeContent('Another headline', ['Another text.']));
    const look = await chief.request('POST', `/api/articles/${id}/preview`, { revisionId: kept.id });
    const { article, state } = (await (await show(tokenOf(look.as<Preview>()))).json()) as PublicPreview;
    expect([state, article.headline]).toEqual(['past', 'Not yet out']);
    expect(article.html).toContain('See /media/here.');
    const picture = /src="(\/media\/[^"]+)"/.exec(article.html)![1]!;
    expect((await fetch(`${test.url}/api/public${picture}`)).status).toBe(200);

    const other = (await chief.request('POST', '/api/stories', { language: 'en' })).as<Story>();
    const foreign = await chief.request('POST', `/api/articles/${other.articles[0]!.id}/preview`, {
      revisionId: kept.id,
    });
    expect(foreign.status).toBe(404);
  });

  describe('S7: ends with the rights of whoever made it', () => {
    const endings: [what: string, end: (person: TestPerson) => Promise<unknown>][] = [
      [
        'when they are suspended',
        async ({ id: who }) => {
          const admin = await makePerson(test, { role: 'admin' });
          expect((await admin.request('POST', `/api/users/${who}/suspend`)).status).toBeLessThan(300);
        },
      ],
      [
        'when they may read other sections only',
        async ({ id: who }) =>
          test.dataSource.query('update "grant" set section_ids = array[$1::uuid] where user_id = $2', [
            (await makeSection(test)).id,
            who,
          ]),
      ],
      [
        'when they have no role any more',
        ({ id: who }) => test.dataSource.query('delete from "grant" where user_id = $1', [who]),
      ],
    ];

    it.each(endings)('%s, with its pictures', async (_what, end) => {
      const maker = await makePerson(test, { role: 'journalist' });
      const link = (
        await maker.request('POST', links(), { name: 'The mayor', hours: 1 })
      ).as<NewPreviewLink>();
      const own = (await maker.request('POST', `/api/articles/${id}/preview`)).as<Preview>();
      const [forOthers, forMyself] = [tokenOf(link), tokenOf(own)];
      const { article } = (await (await show(forOthers)).json()) as PublicPreview;
      const picture = `${test.url}/api/public/media/${article.picture!.keys.full}/320.webp`;
      expect([(await show(forMyself)).status, (await fetch(picture)).status]).toEqual([200, 200]);
      await end(maker);
      expect((await show(forOthers)).status).toBe(404);
      expect((await show(forMyself)).status).toBe(404);
      expect((await fetch(picture)).status).toBe(404);
      const { items } = (await chief.request('GET', links())).as<PreviewLinkList>();
      expect(items.map((item) => item.id)).not.toContain(link.id);
    });

    it('only as far as they go: who may still read but not write has the own look and no links', async () => {
      const maker = await makePerson(test, { role: 'journalist' });
      const link = (
        await maker.request('POST', links(), { name: 'The mayor', hours: 1 })
      ).as<NewPreviewLink>();
      const own = (await maker.request('POST', `/api/articles/${id}/preview`)).as<Preview>();
      await test.dataSource.query(`update "grant" set languages = '{az}' where user_id = $1`, [maker.id]);
      expect((await show(tokenOf(own))).status).toBe(200);
      expect((await show(tokenOf(link))).status).toBe(404);
    });
  });
});
