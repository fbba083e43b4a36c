import type { Language } from '@broadsheet/types';
import type { Page, Worker } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openLastingBrowser } from './lib/browser.ts';
import { axeFaults } from './lib/page-faults.ts';
import { openSampleSite, withdraw, type SampleSite } from './lib/sample-site.ts';
import { triedLanguages } from './lib/tried-languages.ts';

const words: Record<Language, { save: string; saved: string; list: string; copy: RegExp; none: string }> = {
  az: {
    save: 'Yadda saxla',
    saved: 'Bu cihazda saxlanıldı.',
    list: 'Saxlanılan xəbərlər',
    copy: /^Saxlanılmış nüsxə: \d{1,2} \p{Ll}+, \d\d:\d\d$/u,
    none: 'İnternet bağlantısı yoxdur',
  },
  ru: {
    save: 'Сохранить',
    saved: 'Сохранено на этом устройстве.',
    list: 'Сохранённые статьи',
    copy: /^Сохранённая копия от \d{1,2} \p{Ll}+, \d\d:\d\d$/u,
    none: 'Нет подключения к интернету',
  },
  en: {
    save: 'Save for later',
    saved: 'Saved on this device.',
    list: 'Saved stories',
    copy: /^Saved copy of \d{1,2} \p{L}+, \d\d:\d\d$/u,
    none: 'There is no connection',
  },
  hy: {
    save: 'Պահել',
    saved: 'Պահված է այս սարքում։',
    list: 'Պահված հոդվածներ',
    copy: /^Պահված պատճեն՝ \d{1,2} \p{Ll}+, \d\d:\d\d$/u,
    none: 'Ինտերնետ կապ չկա',
  },
};

const dateOf = (page: Page) => page.locator('[class*=kept-copy]').innerText();
const statusOf = async (page: Page, url: string) => (await page.goto(url))?.status();

/** Paths that the device keeps, by shelf. */
const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const shelves: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      shelves[name] = requests.map(({ url }) => new URL(url).pathname);
    }
    return shelves;
  });

/** Files of the site's build that a page was drawn with. */
const filesOf = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/_app/')),
  );

/**
 * The page's service worker, to which the browser now says that the reader spares the connection. `asked` notes what it
 * asks of the network by itself: a page's own requests it hands on whole.
 */
async function sparingWorker(page: Page): Promise<Worker> {
  const [worker] = page.context().serviceWorkers();
  if (!worker) throw new Error('There is no service worker.');
  await worker.evaluate(() => {
    const { connection } = navigator as unknown as { connection: object };
    Object.defineProperty(connection, 'saveData', { value: true });
    const asked: string[] = [];
    const { fetch: ask } = globalThis;
    const { addAll } = Cache.prototype;
    const noting = (what: RequestInfo | URL, how?: RequestInit) => {
      if (typeof what === 'string' && how?.cache !== 'only-if-cached') asked.push(what);
      return ask(what, how);
    };
    Object.assign(globalThis, { asked, fetch: noting });
    Cache.prototype.addAll = function (paths) {
      asked.push(...[...paths].map(String));
      return addAll.call(this, paths as string[]);
    };
  });
  return worker;
}

async function openReader(site: SampleSite, path: string): Promise<Page> {
  const page = await (await openLastingBrowser({ reducedMotion: 'reduce' })).newPage();
  await page.goto(site.url + path);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  return page;
}

describe('a reader without a connection', () => {
  it.each(triedLanguages)('reads what was saved, with its pictures and its date, in %s', async (language) => {
    const site = await openSampleSite();
    const page = await openReader(site, `/${language}/news/story-3`);
    const headline = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('button', { name: words[language].save }).click();
    await page.getByRole('status').getByText(words[language].saved, { exact: true }).waitFor();
    withdraw(site, language, 'story-5');
    await expect.poll(() => statusOf(page, `${site.url}/${language}/news/story-5`)).toBe(410);
    expect(await axeFaults(page)).toEqual([]);
    await page.goBack();
    await site.goDown();

    await page.getByRole('link', { name: words[language].list }).last().click();
    await page.getByRole('heading', { level: 1, name: words[language].list }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: headline }).click();
    await page.getByRole('heading', { level: 1, name: headline }).waitFor();
    expect(await dateOf(page)).toMatch(words[language].copy);
    expect(await axeFaults(page)).toEqual([]);
    const lead = page.locator('article img').first();
    await expect.poll(() => lead.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);

    expect(await statusOf(page, `${site.url}/${language}/news/story-9`)).toBe(503);
    await page.getByRole('heading', { level: 1, name: words[language].none }).waitFor();
    await page.getByRole('link', { name: headline }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('reads what was seen, and is told of an old front that it is old', async () => {
    const site = await openSampleSite();
    const page = await openReader(site, '/en/');
    await page.goto(`${site.url}/en/news/story-7?utm_source=letter`);
    await expect.poll(async () => (await keptPaths(page)).seen).toEqual(['/en/', '/en/news/story-7']);
    await expect.poll(async () => (await keptPaths(page)).shell).toContain('/en/offline');
    await site.goDown();
    for (const path of ['/en/news/story-7', '/en/', '/en', '/']) {
      expect(await statusOf(page, site.url + path)).toBe(200);
      expect(await dateOf(page)).toMatch(words.en.copy);
    }
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(/\/en\/$/);
    expect(await statusOf(page, `${site.url}/hy`)).toBe(503);
    await page.getByRole('heading', { level: 1, name: words.en.none }).waitFor();
  });

  it('has the present pictures of a saved story, once it was read again, and none of the former', async () => {
    const site = await openSampleSite();
    const page = await openReader(site, '/en/news/story-3');
    await page.getByRole('button', { name: words.en.save }).click();
    await page.getByRole('status').getByText(words.en.saved).waitFor();
    const former = (await keptPaths(page)).pictures;
    expect(former).toEqual(['/media/lead3']);
    const story = site.newsroom.articles.find(
      ({ language, slug }) => language === 'en' && slug === 'story-3',
    );
    if (!story?.picture) throw new Error('The story has no picture.');
    story.picture = { ...story.picture, keys: { full: 'full20', '3x2': 'list20', '16x9': 'lead20' } };
    site.newsroom.announce([`article:${story.id}`]);
    await expect
      .poll(async () => {
        await page.reload();
        return (await keptPaths(page)).pictures;
      })
      .toEqual(['/media/lead20']);
    await site.goDown();
    await page.reload();
    expect(await dateOf(page)).toMatch(words.en.copy);
    const lead = page.locator('article img').first();
    await expect.poll(() => lead.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  });

  it('who spares the connection keeps what was fetched for reading, and nothing is fetched ahead', async () => {
    const site = await openSampleSite();
    const page = await openReader(site, '/en/');
    await expect.poll(async () => (await keptPaths(page)).shell).toContain('/en/offline');
    const worker = await sparingWorker(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    const used = new Set<string>();
    for (const number of [7, 8]) {
      await page.goto(`${site.url}/en/news/story-${number}`);
      await expect.poll(async () => (await keptPaths(page)).seen).toContain(`/en/news/story-${number}`);
      for (const path of await filesOf(page)) used.add(path);
    }
    expect(await worker.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([]);
    const kept = await keptPaths(page);
    expect([kept.shell ?? [], kept.saved ?? []]).toEqual([[], []]);
    expect(kept.assets).not.toEqual([]);
    expect(kept.assets?.filter((path) => !used.has(path))).toEqual([]);
  });

  it('gets the site itself, undated, as soon as it is there again', async () => {
    const site = await openSampleSite();
    const page = await openReader(site, '/en/news/story-7');
    await expect.poll(async () => (await keptPaths(page)).seen).toEqual(['/en/news/story-7']);
    await site.goDown();
    await page.reload();
    expect(await dateOf(page)).toMatch(words.en.copy);
    await site.comeBack();
    await page.reload();
    expect(await page.locator('[class*=kept-copy]').isVisible()).toBe(false);
  });

  it('no longer has a story that was withdrawn, nor its pictures', async () => {
    const site = await openSampleSite();
    const page = await openReader(site, '/en/news/story-3');
    await page.getByRole('button', { name: words.en.save }).click();
    await page.getByRole('status').getByText(words.en.saved).waitFor();
    withdraw(site, 'en', 'story-3');
    await expect.poll(() => statusOf(page, `${site.url}/en/news/story-3`)).toBe(410);
    await page.getByRole('heading', { level: 1, name: 'This story has been withdrawn' }).waitFor();
    await expect.poll(async () => (await keptPaths(page)).saved).toEqual([]);
    const kept = await keptPaths(page);
    expect([kept.seen ?? [], kept.pictures]).toEqual([[], []]);
    await site.goDown();
    expect(await statusOf(page, `${site.url}/en/news/story-3`)).toBe(503);
  });

  it('keeps nothing of previews, searches, older pages, errors and feeds', async () => {
    const site = await openSampleSite();
    const [draft] = site.newsroom.articles;
    if (draft) site.newsroom.previews.set('token', draft);
    const page = await openReader(site, '/en/');
    await expect.poll(async () => (await keptPaths(page)).seen).toEqual(['/en/']);
    const older = await page.goto(`${site.url}/en/section/politics`);
    expect(older?.status()).toBe(200);
    for (const path of [
      '/preview/token',
      '/en/search?q=bridge',
      '/en/section/politics?older=20',
      '/en/news/none',
      '/en/feed.xml',
    ]) {
      await page.goto(site.url + path).catch(() => undefined);
    }
    await page.goto(`${site.url}/en/region/georgia`);
    await expect
      .poll(async () => (await keptPaths(page)).seen)
      .toEqual(['/en/', '/en/section/politics', '/en/region/georgia']);
    const kept = await page.evaluate(async () => (await caches.match('/en/section/politics'))?.text());
    expect(kept).toContain('/en/news/story-25"');
    // what stands on the older page alone
    expect(kept).not.toContain('/en/news/story-2"');
  });

  it('takes a story off the device again, and meets a list that says what to do', async () => {
    const site = await openSampleSite();
    const page = await openReader(site, '/en/news/story-3');
    await page.getByRole('button', { name: words.en.save }).click();
    await page.getByRole('link', { name: words.en.list }).last().click();
    await page.getByRole('button', { name: /^Remove/ }).click();
    await page.getByText('Nothing is saved yet.').waitFor();
    expect((await keptPaths(page)).saved).toEqual([]);
  });

  it('has at most thirty pages kept of those that were only seen', async () => {
    const site = await openSampleSite();
    const page = await openReader(site, '/en/');
    await expect.poll(async () => (await keptPaths(page)).seen).toEqual(['/en/']);
    await page.evaluate(async () => {
      const seen = await caches.open('seen');
      for (let day = 1; day <= 40; day++) {
        const headers = { 'x-kept-at': `2024-01-${day % 28}`, 'x-kept-bytes': '10' };
        await seen.put(`/en/news/of-old-${day}`, new Response('<h1>Old</h1>', { headers }));
      }
    });
    await page.goto(`${site.url}/en/news/story-1`);
    await expect.poll(async () => (await keptPaths(page)).seen?.length).toBe(30);
    expect((await keptPaths(page)).seen).toEqual(expect.arrayContaining(['/en/', '/en/news/story-1']));
  });
});
