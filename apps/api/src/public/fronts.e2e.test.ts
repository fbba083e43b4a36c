import {
  frontTime,
  type Article,
  type MostRead,
  type PublicAround,
  type PublicArticle,
  type PublicCard,
  type PublicFront,
  type PublicList,
  type PublicPage,
  type Story,
} from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeRegion } from '../../test/factories/make-region.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { makeTopic } from '../../test/factories/make-term.ts';
import { WorkflowService } from '../articles/workflow.service.ts';

const hour = 3_600_000;

interface Wanted {
  headline: string;
  hoursAgo: number;
  priority?: number;
  sectionId?: string;
  regionIds?: string[];
  topicIds?: string[];
  paragraphs?: string[];
}

describe('fronts and what stands around an article', () => {
  let test: TestApp;
  let chief: TestPerson;
  let section: string;
  let rivers: string;
  let harvest: string;
  let georgia: string;
  const began = Date.now();
  const ids = new Map<string, string>();

  const publish = async (wanted: Wanted): Promise<string> => {
    const { sectionId = section, regionIds = [] } = wanted;
    const story = (
      await chief.request('POST', '/api/stories', { language: 'en', sectionId, regionIds })
    ).as<Story>();
    await chief.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      topicIds: wanted.topicIds ?? [],
      priority: wanted.priority ?? 3,
    });
    const { id } = story.articles[0]!;
    await writeText(test, id, chief.id, makeContent(wanted.headline, wanted.paragraphs));
    await release(id, new Date(began - wanted.hoursAgo * hour));
    ids.set(wanted.headline, id);
    return id;
  };
  const release = async (id: string, publishedAt?: Date) => {
    const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    const person = { ...chief, locale: 'en' as const, colour: 0, sessionId: '' };
    await test.app
      .get(WorkflowService)
      .publish(
        person,
        id,
        { version },
        publishedAt ? { publishedAt, modifiedAt: publishedAt } : { modifiedAt: new Date() },
      );
  };
  const get = async <T>(path: string) => (await (await fetch(`${test.url}/api/public/${path}`)).json()) as T;
  const names = (cards: readonly PublicCard[]) => cards.map(({ headline }) => headline);

  beforeAll(async () => {
    test = await createTestApp({ projectionDelay: 60_000, viewSumsKept: 0 });
    chief = await makePerson(test, { role: 'editor_in_chief' });
    section = (await makeSection(test)).id;
    rivers = (await makeTopic(test)).id;
    harvest = (await makeTopic(test)).id;
    georgia = (await makeRegion(test)).id;
    await publish({ headline: 'Weir', hoursAgo: 30, topicIds: [rivers, harvest], regionIds: [georgia] });
    await publish({ headline: 'Fish', hoursAgo: 25, topicIds: [rivers], priority: 1 });
    await publish({ headline: 'Figs', hoursAgo: 20, topicIds: [harvest], regionIds: [georgia] });
    await publish({ headline: 'Bread', hoursAgo: 10, regionIds: [georgia], priority: 2 });
    await publish({ headline: 'Clock', hoursAgo: 5, paragraphs: ['word '.repeat(900)] });
    await publish({ headline: 'Choir', hoursAgo: 4, priority: 5 });
    await publish({ headline: 'Chess', hoursAgo: 3, priority: 4 });
  });
  afterAll(() => test.close());

  it('stand in the order of time and priority, as the written rule has it', async () => {
    const { items } = await get<PublicFront>('en/front');
    expect(names(items)).toEqual(['Bread', 'Fish', 'Clock', 'Chess', 'Figs', 'Choir', 'Weir']);
    expect(names([...items].sort((a, b) => frontTime(b) - frontTime(a)))).toEqual(names(items));
    expect(names((await get<PublicFront>('en/front?limit=2')).items)).toEqual(['Bread', 'Fish']);
  });

  it('name the long reads, and nothing shorter', async () => {
    expect(names((await get<PublicFront>('en/front')).longReads)).toEqual(['Clock']);
  });

  it('answer what is nearest to an article: shared topics before regions, then the newest of its section', async () => {
    const { more, previous, next } = await get<PublicAround>('en/articles/weir/around');
    expect(names(more)).toEqual(['Figs', 'Fish', 'Bread', 'Chess', 'Choir', 'Clock']);
    expect([previous, next?.headline]).toEqual([null, 'Fish']);
    const last = await get<PublicAround>('en/articles/chess/around');
    expect([last.previous?.headline, last.next]).toEqual(['Choir', null]);
    expect((await fetch(`${test.url}/api/public/en/articles/none/around`)).status).toBe(404);
  });

  it('give the article and what stands around it in one answer', async () => {
    expect(await get<PublicPage>('en/articles/weir/page')).toEqual({
      article: await get<PublicArticle>('en/articles/weir'),
      around: await get<PublicAround>('en/articles/weir/around'),
    });
    expect((await fetch(`${test.url}/api/public/en/articles/none/page`)).status).toBe(404);
  });

  it('page forth and back through the same stories while news arrives', async () => {
    const list = (query: string) => get<PublicList>(`en/articles?section=${section}&limit=2${query}`);
    const first = await list('');
    const second = await list(`&older=${first.older}`);
    const third = await list(`&older=${second.older}`);
    expect([first, second, third].map(({ items }) => names(items))).toEqual([
      ['Chess', 'Choir'],
      ['Clock', 'Bread'],
      ['Figs', 'Fish'],
    ]);
    expect([first.newer, second.newer]).toEqual([null, null]);
    expect(names((await list(`&newer=${third.newer}`)).items)).toEqual(['Clock', 'Bread']);

    await publish({ headline: 'Just in', hoursAgo: 0 });
    const again = await list(`&older=${first.older}`);
    expect(names(again.items)).toEqual(['Clock', 'Bread']);
    expect(names((await list(`&newer=${again.newer}`)).items)).toEqual(['Chess', 'Choir']);
    expect(names((await list(`&topic=${rivers}&region=${georgia}`)).items)).toEqual(['Weir']);
  });

  it('keep the time of the last change when the same text is published again with other details', async () => {
    const id = ids.get('Figs') ?? '';
    const modifiedAt = async () => (await get<PublicArticle>('en/articles/figs')).modifiedAt;
    const before = await modifiedAt();
    const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    await chief.request('PATCH', `/api/articles/${id}`, { version, seoTitle: 'Early figs' });
    await release(id);
    expect((await get<PublicArticle>('en/articles/figs')).seoTitle).toBe('Early figs');
    expect(await modifiedAt()).toBe(before);
    await writeText(test, id, chief.id, makeContent('Figs', ['They ripened early.']));
    await release(id);
    expect(Date.parse(await modifiedAt())).toBeGreaterThan(Date.parse(before));
  });

  describe('what is most read', () => {
    const token = { 'x-reader-token': 'a-secret-of-the-reader' };
    const count = (views: Record<string, number>, headers: Record<string, string> = token) =>
      fetch(`${test.url}/api/views`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({
          views: Object.entries(views).map(([name, count]) => ({ articleId: ids.get(name) ?? name, count })),
        }),
      });

    it('adds up over batches, and passes over what is not published', async () => {
      const stranger = '0192f000-0000-7000-8000-000000000001';
      const answers = await Promise.all([
        count({ Weir: 3, Fish: 2, [stranger]: 9 }),
        count({ Fish: 1, Weir: 1 }),
        count({ Chess: 1 }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
      const { items } = await get<MostRead>('en/most-read');
      expect(items.map(({ headline, views }) => `${headline} ${String(views)}`)).toEqual([
        'Weir 4',
        'Fish 3',
        'Chess 1',
      ]);
      expect((await get<PublicAround>('en/articles/weir/around')).views).toBe(4);
    });

    it('looks back a day or a week, and over one region', async () => {
      await test.dataSource.query(
        `update article_view_hour set hour = hour - interval '2 days' where article_id = $1`,
        [ids.get('Weir')],
      );
      const day = await get<MostRead>('en/most-read?hours=24');
      expect(names(day.items)).not.toContain('Weir');
      expect(names((await get<MostRead>('en/most-read?hours=168')).items)).toContain('Weir');
      expect(names((await get<MostRead>(`en/most-read?hours=168&region=${georgia}`)).items)).toEqual([
        'Weir',
      ]);
      expect((await get<PublicAround>('en/articles/weir/around')).views).toBe(4);
    });

    it('takes numbers from the reader site alone', async () => {
      expect((await count({ Weir: 5 }, {})).status).toBe(403);
    });

    it('shows no numbers where the newsroom does not want them', async () => {
      await test.dataSource.query('update site_settings set show_views = false');
      expect((await get<MostRead>('en/most-read?hours=168')).items.map(({ views }) => views)).toEqual([
        null,
        null,
        null,
      ]);
      expect((await get<PublicAround>('en/articles/weir/around')).views).toBeNull();
    });
  });
});
