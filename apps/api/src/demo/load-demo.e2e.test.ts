import { type MostRead, type PublicArticle, type PublicList, type StoryPage } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { sendRequest } from '../../test/factories/send-request.ts';
import { stories } from './content/stories.ts';
import { loadDemo } from './load-demo.ts';

describe('the demo newsroom', () => {
  let test: TestApp;
  let took = 0;
  let outcome: Awaited<ReturnType<typeof loadDemo>>;
  beforeAll(async () => {
    test = await createTestApp();
    const before = process.cpuUsage();
    outcome = await loadDemo(test.env);
    const { user, system } = process.cpuUsage(before);
    took = (user + system) / 1000;
  });
  afterAll(() => test.close());

  it('is there within ten seconds of work and says how to sign in', async () => {
    expect(outcome.loaded).toBe(true);
    expect(took).toBeLessThan(10_000);
    const [admin] = outcome.signIn?.people ?? [];
    const answer = await sendRequest(test, 'POST', '/api/auth/sign-in', {
      body: { email: admin?.email, password: outcome.signIn?.password },
    });
    expect(answer.status).toBeLessThan(300);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const list = await sendRequest(test, 'GET', '/api/stories', { cookie });
    const { items } = list.as<StoryPage>();
    expect(items).toHaveLength(stories.length);
    const statuses = new Set(items.flatMap((story) => story.articles.map((article) => article.status)));
    expect([...statuses].sort()).toEqual(['approved', 'draft', 'in_review', 'published', 'scheduled']);
    expect(items.every((story) => story.articles.every((article) => article.headline !== ''))).toBe(true);
  });

  it.each(['az', 'ru', 'en', 'hy'])('has news with pictures in %s', async (language) => {
    const list = await sendRequest(test, 'GET', `/api/public/${language}/articles`);
    const { items } = list.as<PublicList>();
    expect(items.length).toBeGreaterThanOrEqual(4);
    const [lead] = items.filter((item) => item.picture);
    const picture = await sendRequest(
      test,
      'GET',
      `/api/public/media/${lead!.picture!.keys['3x2']}/640.webp`,
    );
    expect(picture.status).toBe(200);
    const article = (
      await sendRequest(test, 'GET', `/api/public/${language}/articles/${lead!.slug}`)
    ).as<PublicArticle>();
    expect(article.html).toContain('<p>');
    expect(article.picture?.alt).not.toBe('');
    const read = (await sendRequest(test, 'GET', `/api/public/${language}/most-read`)).as<MostRead>();
    expect(read.items.length).toBeGreaterThanOrEqual(4);
  });

  it('is not loaded twice', async () => {
    expect(await loadDemo(test.env)).toEqual({ loaded: false, signIn: outcome.signIn });
  });

  it.runIf(process.env['TEST_LONG'])(
    'is begun anew when it was interrupted before anybody could sign in',
    async () => {
      await test.dataSource.query('update "user" set password_hash = null');
      await test.dataSource.query('delete from article_author');
      expect((await loadDemo(test.env)).loaded).toBe(true);
      const [row] = (await test.dataSource.query('select count(*)::int as n from story')) as [{ n: number }];
      expect(row.n).toBe(stories.length);
    },
  );
});
