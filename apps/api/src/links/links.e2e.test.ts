import type { Article, CheckedLinks, LinkTargets } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeRegion } from '../../test/factories/make-region.ts';
import { makeSection, type MadeNamed } from '../../test/factories/make-section.ts';
import { makeSettings } from '../../test/factories/make-settings.ts';
import { makeStory } from '../../test/factories/make-story.ts';
import { makeTopic } from '../../test/factories/make-term.ts';

describe('links from a text to the paper’s own pages', () => {
  let test: TestApp;
  let chief: TestPerson;
  let [society, georgia, iran] = [] as unknown as [MadeNamed, MadeNamed, MadeNamed];
  beforeAll(async () => {
    test = await createTestApp();
    society = await makeSection(test);
    [georgia, iran] = [await makeRegion(test), await makeRegion(test)];
    chief = await makePerson(test, { role: 'editor_in_chief' });
  });
  afterAll(() => test.close());

  const written = async (headline: string, regionIds = [georgia.id]): Promise<string> => {
    const story = await makeStory(test, { createdById: chief.id, sectionId: society.id, regionIds });
    const articleId = story.articleIds.en ?? '';
    await writeText(test, articleId, chief.id, makeContent(headline));
    return articleId;
  };
  const article = async (id: string) => (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
  const step = async (id: string, name: string) =>
    chief.request('POST', `/api/articles/${id}/${name}`, { version: (await article(id)).version });
  const published = async (headline: string, regionIds?: string[]) => {
    const id = await written(headline, regionIds);
    expect((await step(id, 'publish')).status).toBe(200);
    return id;
  };
  const targets = async (person: TestPerson, search: string) =>
    (
      await person.request('GET', `/api/links/targets?language=en&search=${encodeURIComponent(search)}`)
    ).as<LinkTargets>().items;
  const check = async (hrefs: string[]) =>
    Object.fromEntries(
      (await chief.request('POST', '/api/links/check', { hrefs }))
        .as<CheckedLinks>()
        .items.map(({ href, state }) => [href, state]),
    );

  it('are offered by headline, and only what readers have', async () => {
    const id = await published('The lantern bridge opens');
    await written('The lantern bridge is planned');
    expect(await targets(chief, 'bridge LANTERN')).toMatchObject([
      { articleId: id, headline: 'The lantern bridge opens', path: '/en/news/the-lantern-bridge-opens' },
    ]);
    expect(await targets(chief, '100% _')).toEqual([]);
  });

  it('S7: are offered to everybody who writes as soon as readers have them, and nothing of them before or after', async () => {
    const journalist = await makePerson(test, { role: 'journalist', regions: [georgia.id] });
    const id = await written('A quiet orchard in the hills', [iran.id]);
    expect(await targets(journalist, 'orchard')).toEqual([]);
    await step(id, 'publish');
    expect(await targets(journalist, 'orchard')).toMatchObject([
      { path: '/en/news/a-quiet-orchard-in-the-hills' },
    ]);

    await writeText(test, id, chief.id, makeContent('A quiet orchard burns'));
    expect(await targets(journalist, 'burns')).toEqual([]);
    expect(await targets(journalist, 'orchard')).toMatchObject([
      { headline: 'A quiet orchard in the hills' },
    ]);

    await makeSettings(test, { liveLanguages: ['az', 'ru'] });
    onTestFinished(() => makeSettings(test));
    expect(await targets(journalist, 'orchard')).toEqual([]);
  });

  it('S7: are offered to nobody once they are withdrawn', async () => {
    const id = await published('A harvest is counted', [iran.id]);
    expect(await targets(chief, 'harvest')).toHaveLength(1);
    await step(id, 'unpublish');
    expect(await targets(chief, 'harvest')).toEqual([]);
  });

  it('are told apart: alive, withdrawn, never there, another site’s', async () => {
    await published('A clock is restored');
    const gone = await published('A fair is announced');
    await step(gone, 'unpublish');
    await written('Nobody knows yet');
    const topic = await makeTopic(test);
    expect(
      await check([
        '/en/news/a-clock-is-restored',
        `http://localhost:3000/en/news/a-clock-is-restored?x=1`,
        '/en/news/a-fair-is-announced',
        '/en/news/nobody-knows-yet',
        `/en/topic/${topic.slug}`,
        `/az/topic/${topic.slug}`,
        '/en/',
        'https://other.example/en/news/x',
        'mailto:desk@ledger.example',
      ]),
    ).toEqual({
      '/en/news/a-clock-is-restored': 'live',
      'http://localhost:3000/en/news/a-clock-is-restored?x=1': 'live',
      '/en/news/a-fair-is-announced': 'withdrawn',
      '/en/news/nobody-knows-yet': 'unknown',
      [`/en/topic/${topic.slug}`]: 'live',
      [`/az/topic/${topic.slug}`]: 'unknown',
      '/en/': 'live',
    });
  });

  it('that lead to an old address of an article are alive', async () => {
    const id = await published('The first headline');
    const { version } = await article(id);
    await chief.request('PATCH', `/api/articles/${id}`, { version, slug: 'another-slug' });
    await step(id, 'publish');
    expect(await check(['/en/news/the-first-headline', '/en/news/another-slug'])).toEqual({
      '/en/news/the-first-headline': 'live',
      '/en/news/another-slug': 'live',
    });
  });
});
