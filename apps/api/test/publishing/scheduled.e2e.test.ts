import { setTimeout as after } from 'node:timers/promises';
import type { Article, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiProcess } from '../collaboration/api-process.ts';
import { createTestApp, type TestApp } from '../create-test-app.ts';
import { makeContent, writeText } from '../factories/make-content.ts';
import { makePerson, type TestPerson } from '../factories/make-person.ts';
import { makeSection } from '../factories/make-section.ts';

const isLong = process.env['TEST_LONG'] === '1';
const articles = isLong ? 1000 : 25;
const kills = isLong ? 12 : 3;
/** The articles come due over this many seconds, after a start-up of its own. */
const [startUp, window] = isLong ? [30, 90] : [10, 12];
const atMostLate = 5;

interface Outcome {
  id: string;
  status: string;
  revisions: number;
  announcements: number;
  late: number | null;
}

describe('scheduler-three-nodes-kill9 (F16)', () => {
  let test: TestApp;
  let chief: TestPerson;
  let nodes: ApiProcess[] = [];
  beforeAll(async () => {
    // this process only prepares and looks: its own sweep never comes
    test = await createTestApp({ scheduleSweep: 3_600_000 });
    chief = await makePerson(test, { role: 'editor_in_chief' });
  }, 120_000);
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop('SIGKILL')));
    await test.close();
  });

  const approve = async (sectionId: string, number: number): Promise<string> => {
    const story = (await chief.request('POST', '/api/stories', { language: 'en', sectionId })).as<Story>();
    const { id } = story.articles[0]!;
    await writeText(test, id, chief.id, makeContent(`Scheduled ${number}`));
    const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    const approved = await chief.request('POST', `/api/articles/${id}/approve`, { version });
    expect(approved.status).toBe(200);
    return id;
  };

  const outcomes = (): Promise<Outcome[]> =>
    test.dataSource.query(
      `select a.id, a.status, (select count(*)::int from revision r where r.article_id = a.id) as revisions,
              (select count(*)::int from outbox o where 'article:' || a.id = any(o.keys)) as announcements,
              extract(epoch from p.modified_at - p.published_at)::float as late
         from article a left join published_article p on p.article_id = a.id`,
    );

  it(
    `publishes each of ${articles} articles exactly once and at most five seconds late, while processes are killed`,
    async () => {
      const { id: sectionId } = await makeSection(test);
      for (let number = 0; number < articles; number++) await approve(sectionId, number);
      nodes = await Promise.all([1, 2, 3].map(() => ApiProcess.start(test.env)));
      await test.dataSource.query(
        `update article set status = 'scheduled', publish_at = now() + interval '1 second'
           * ($1 + $2 * random())`,
        [startUp / 5, window],
      );
      for (let kill = 0; kill < kills; kill++) {
        await after((window / kills) * 600 * (0.5 + Math.random()));
        const [victim] = nodes.splice(Math.floor(Math.random() * nodes.length), 1);
        await victim!.stop('SIGKILL');
        nodes.push(await ApiProcess.start(test.env));
      }
      await expect
        .poll(async () => (await outcomes()).filter((each) => each.status !== 'published').length, {
          timeout: (window + 30) * 1000,
          interval: 250,
        })
        .toBe(0);
      const found = await outcomes();
      expect(found).toHaveLength(articles);
      expect(found.filter((each) => each.announcements !== 1 || each.revisions !== 1)).toEqual([]);
      expect(Math.max(...found.map((each) => each.late ?? Infinity))).toBeLessThanOrEqual(atMostLate);
      expect(Math.min(...found.map((each) => each.late ?? -Infinity))).toBeGreaterThanOrEqual(0);
    },
    isLong ? 600_000 : 180_000,
  );
});

describe('an article that cannot be published at its time', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ scheduleSweep: 50 });
  });
  afterAll(() => test.close());

  it('says so on itself, and does not hold up the others', async () => {
    const chief = await makePerson(test, { role: 'editor_in_chief' });
    const { id: sectionId } = await makeSection(test);
    const ids: string[] = [];
    for (const headline of ['Broken', 'Whole']) {
      const story = (await chief.request('POST', '/api/stories', { language: 'en', sectionId })).as<Story>();
      const { id } = story.articles[0]!;
      await writeText(test, id, chief.id, makeContent(headline));
      const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
      await chief.request('POST', `/api/articles/${id}/approve`, { version });
      ids.push(id);
    }
    const [broken, whole] = ids as [string, string];
    // a picture that was there at approval and is not any more
    await test.dataSource.query('alter table revision disable trigger revision_is_immutable');
    await test.dataSource.query(
      `update revision set metadata = metadata || '{"leadMediaId": "00000000-0000-4000-8000-000000000000"}'
        where article_id = $1`,
      [broken],
    );
    await test.dataSource.query('alter table revision enable trigger revision_is_immutable');
    await test.dataSource.query(
      `update article set status = 'scheduled', publish_at = now() - case when id = $1 then interval '1 second' else '0' end`,
      [broken],
    );
    const seen = async (id: string) => (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    await expect.poll(async () => (await seen(whole)).status).toBe('published');
    await expect
      .poll(async () => (await seen(broken)).deskNote)
      .toMatch(/not published at its time.*lead picture no longer exists/);
    expect((await seen(broken)).status).toBe('scheduled');
  });
});
