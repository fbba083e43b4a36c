import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  publicGone,
  type Article,
  type PublicArticle,
  type PublicFeed,
  type PublicMarkdown,
  type PublicSite,
  type SitemapPage,
  type SitemapParts,
  type SiteSettings,
  type Story,
} from '@broadsheet/types';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { makeSettings } from '../../test/factories/make-settings.ts';
import { WorkflowService } from '../articles/workflow.service.ts';
import { ENV, type Env } from '../env.ts';

const hour = 3_600_000;

describe('what machines get', () => {
  let test: TestApp;
  let chief: TestPerson;
  let admin: TestPerson;
  let section: string;
  const began = Date.now();

  const get = (path: string) => fetch(`${test.url}/api/public/${path}`);
  const read = async <T>(path: string) => (await (await get(path)).json()) as T;
  const release = async (id: string, publishedAt: Date) => {
    const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    const person = { ...chief, locale: 'en' as const, colour: 0, sessionId: '' };
    const dates = { publishedAt, modifiedAt: publishedAt };
    await test.app.get(WorkflowService).publish(person, id, { version }, dates);
  };
  const publish = async (headline: string, hoursAgo: number): Promise<Story> => {
    const made = await chief.request('POST', '/api/stories', {
      language: 'en',
      sectionId: section,
      regionIds: [],
    });
    const story = made.as<Story>();
    const id = story.articles[0]?.id ?? '';
    await writeText(test, id, chief.id, makeContent(headline, ['It is *so*.', 'The end.']));
    await release(id, new Date(began - hoursAgo * hour));
    return story;
  };
  const choose = async (choices: object) => {
    const { version } = (await admin.request('GET', '/api/settings')).as<SiteSettings>();
    expect((await admin.request('PATCH', '/api/settings', { version, ...choices })).status).toBe(200);
  };

  beforeAll(async () => {
    test = await createTestApp({ projectionDelay: 60_000 });
    await makeSettings(test);
    chief = await makePerson(test, { role: 'editor_in_chief' });
    admin = await makePerson(test, { role: 'admin' });
    section = (await makeSection(test)).id;
    await publish('Old news', 72);
    await publish('New news', 2);
  });
  afterAll(() => test.close());

  it('is the newest of a list, with whole texts only where the site gives them to feeds', async () => {
    const before = await read<PublicFeed>(`en/feed?section=${section}`);
    expect(before.items.map(({ headline, html }) => [headline, html])).toEqual([
      ['New news', null],
      ['Old news', null],
    ]);
    await choose({ feedFullText: true });
    const [item] = (await read<PublicFeed>('en/feed')).items;
    expect(item?.html).toBe('<p>It is *so*.</p><p>The end.</p>');
    expect((await get('en/feed?sort=password')).status).toBe(422);
  });

  it('is the text as Markdown, where the site has text versions', async () => {
    expect(await read<PublicMarkdown>('en/articles/new-news/markdown')).toEqual({
      markdown: String.raw`It is \*so\*.` + '\n\nThe end.',
    });
    expect((await get('en/articles/none/markdown')).status).toBe(404);
    const crawlers = { searchEngines: true, textVersions: false, aiTraining: false };
    await choose({ crawlers });
    expect((await get('en/articles/new-news/markdown')).status).toBe(404);
    await choose({ crawlers: { ...crawlers, textVersions: true } });
  });

  it('is everything published in parts, and the last two days as news', async () => {
    expect(await read<SitemapParts>('en/sitemap/parts')).toEqual({ parts: [null] });
    const page = await read<SitemapPage>('en/sitemap');
    expect(page.items.map(({ slug }) => slug)).toEqual(['old-news', 'new-news']);
    expect(page.items[0]?.translations).toEqual([{ language: 'en', slug: 'old-news' }]);
    const news = await read<SitemapPage>('en/sitemap/news');
    expect([news.items.map(({ slug }) => slug), news.next]).toEqual([['new-news'], null]);
    expect((await get('en/sitemap/news?after=zzz')).status).toBe(422);
  });

  it('names what a translation was made from, and where that was taken down, the translation', async () => {
    const story = await publish('A source', 1);
    const begun = await chief.request('POST', `/api/stories/${story.id}/articles`, {
      language: 'ru',
      from: 'en',
    });
    const { id } = begun.as<Article>();
    await release(id, new Date());
    const { slug } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    const translation = await read<PublicArticle>(`ru/articles/${String(slug)}`);
    const source = await read<PublicArticle>('en/articles/a-source');
    expect(translation.basedOn).toEqual({ id: source.id, language: 'en', slug: 'a-source' });
    expect(source.basedOn).toBeNull();

    const { version } = (await chief.request('GET', `/api/articles/${source.id}`)).as<Article>();
    expect((await chief.request('POST', `/api/articles/${source.id}/unpublish`, { version })).status).toBe(
      200,
    );
    expect((await read<PublicArticle>(`ru/articles/${String(slug)}`)).basedOn).toBeNull();
    const gone = await get('en/articles/a-source/page');
    expect(gone.status).toBe(410);
    expect(publicGone.parse(await gone.json())).toMatchObject({
      code: 'GONE',
      translations: [{ language: 'ru', slug, isSyndicated: false }],
    });
  });

  it('is a card for each story, drawn once at the one address of its words (S10)', async () => {
    const { id, card } = await read<PublicArticle>('en/articles/new-news');
    const answers = await Promise.all(Array.from({ length: 5 }, () => get(`cards/${id}/${card}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const first = answers[0];
    expect(first?.headers.get('content-type')).toBe('image/png');
    const { width, height } = await sharp((await first?.arrayBuffer()) ?? new ArrayBuffer(0)).metadata();
    expect([width, height]).toEqual([1200, 630]);

    await writeText(test, id, chief.id, makeContent('Newer news'));
    await release(id, new Date());
    expect((await get(`cards/${id}/${card}`)).status).toBe(404);
    const now = await read<PublicArticle>('en/articles/new-news');
    expect((await get(`cards/${id}/${now.card}`)).status).toBe(200);
    const kept = join(test.app.get<Env>(ENV).DATA_DIR, 'cards', id.slice(-2), id);
    expect(await readdir(kept)).toEqual([`${now.card}.png`]);
    for (const other of ['000000000000', 'headline', '..%2F..'])
      expect([404, 422]).toContain((await get(`cards/${id}/${other}`)).status);
  });

  it('is an icon with the letter of each language’s name, in three sizes', async () => {
    const { icons } = await read<PublicSite>('site');
    for (const size of [180, 192, 512]) {
      const answer = await get(`icons/ru/${icons.ru}/${size}`);
      const { width } = await sharp(await answer.arrayBuffer()).metadata();
      expect(width).toBe(size);
    }
    for (const path of [`icons/ru/${icons.az}/192`, `icons/ru/${icons.ru}/5000`, `icons/xx/${icons.ru}/192`])
      expect([404, 422]).toContain((await get(path)).status);
  });
});
