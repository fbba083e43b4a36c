import { preview, type Language } from '@broadsheet/types';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { authors } from '../apps/api/src/demo/content/authors.ts';
import { stories } from '../apps/api/src/demo/content/stories.ts';
import { topics } from '../apps/api/src/demo/content/topics.ts';
import { runReader } from '../apps/reader/test/run-reader.ts';
import { demoArticle, storyOf } from './lib/demo-article.ts';
import { openBrowser } from './lib/browser.ts';
import { axeFaults, openStillBrowser, sidewaysScroll } from './lib/page-faults.ts';
import { theAdmin } from './lib/people.ts';
import { clippedText, enlargeText, focusOutlines, movingParts, spaceText } from './lib/reading-needs.ts';
import { triedLanguages } from './lib/tried-languages.ts';

/** Stories with tables, galleries, boxes and embeds. */
const rich = new Set<string>(['table', 'gallery', 'embed', 'video']);
const richest = stories
  .filter(({ articles }) =>
    Object.values(articles).some(({ body }) => body.some(({ type }) => rich.has(type))),
  )
  .slice(0, 2);

/** One address of each of the site's templates. */
const templates = (language: Language) => [
  `/${language}/`,
  demoArticle(language).path,
  `/${language}/section/society`,
  `/${language}/region/azerbaijan`,
  `/${language}/topic/${topics[0]?.slug}`,
  `/${language}/author/${authors[0]?.slug}`,
  `/${language}/news/there-is-no-such-story`,
  `/${language}/search?q=${encodeURIComponent(demoArticle(language).headline.split(' ')[0] ?? '')}`,
  `/${language}/saved`,
  `/${language}/offline`,
  ...richest
    .map(({ articles }) => articles[language]?.slug ?? [])
    .flat()
    .map((slug) => `/${language}/news/${slug}`),
];

/** The page on which the newsroom looks at what is not published. */
async function previewOf(language: Language): Promise<string> {
  const { api } = await theAdmin();
  const { articles } = await storyOf(api, demoArticle(language).headline);
  const article = articles.find((one) => one.language === language);
  const { url } = await api.post(`/articles/${article?.id}/preview`, {}, preview);
  return new URL(url).pathname;
}

/** A page of a site that never heard of its newsroom: all it can say is that it has nothing to show. */
async function faultIn(language: Language): Promise<string> {
  const { port, stop } = await runReader({ url: 'http://127.0.0.1:9' });
  onTestFinished(stop);
  return `http://127.0.0.1:${port}/${language}/`;
}

/** All that readers may see in a language. */
async function pagesIn(language: Language): Promise<string[]> {
  const ofSite = [...templates(language), await previewOf(language)].map((path) => inject('siteUrl') + path);
  return [...ofSite, await faultIn(language)];
}

describe('A1 the site is for everyone', () => {
  it.each(triedLanguages)('has nothing that axe objects to, by day and by night, in %s', async (language) => {
    const page = await (await openStillBrowser()).newPage();
    const faults: Record<string, string[]> = {};
    for (const url of await pagesIn(language)) {
      await page.goto(url);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      const found = await axeFaults(page);
      if (found.length > 0) faults[url] = found;
    }
    expect(faults).toEqual({});
  });

  it.each(triedLanguages)(
    'A6 fits small screens, 400 % zoom, large text and wide lines in %s',
    async (language) => {
      const page = await (await openStillBrowser(360)).newPage();
      const faults: Record<string, string[]> = {};
      const note = (what: string, found: string[]) => {
        if (found.length > 0) faults[what] = found;
      };
      for (const url of await pagesIn(language)) {
        await page.setViewportSize({ width: 360, height: 740 });
        await page.goto(url);
        note(`${url} on a phone`, await sidewaysScroll(page));
        await enlargeText(page);
        note(`${url} in large text`, [...(await sidewaysScroll(page)), ...(await clippedText(page))]);
        await page.goto(url);
        // 1280 px at 400 %
        await page.setViewportSize({ width: 320, height: 256 });
        note(`${url} at 400 %`, await sidewaysScroll(page));
        await spaceText(page);
        note(`${url} in wide lines`, [...(await sidewaysScroll(page)), ...(await clippedText(page))]);
      }
      expect(faults).toEqual({});
    },
  );

  it('A6 moves nothing by itself, and nothing at all for readers who want no motion', async () => {
    const page = await (await openBrowser()).newPage();
    for (const path of templates('en')) {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await page.goto(inject('siteUrl') + path);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      expect(await movingParts(page)).toEqual([]);
    }
  });

  it('A6 says in forced colours where the reader is and where the keyboard is', async () => {
    const page = await (await openStillBrowser()).newPage();
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(demoArticle('en').url);
    for (const outline of await focusOutlines(page, 12)) expect(outline).toMatch(/^(solid|auto) [2-9]/);
    const weight = (name: string) =>
      page
        .getByRole('navigation', { name: 'Language' })
        .getByRole('link', { name })
        .evaluate((link) => Number(getComputedStyle(link).fontWeight));
    expect(await weight('English')).toBeGreaterThan(await weight('Русский'));
    const underlined = page.locator('article .body a').first();
    expect(await underlined.evaluate((link) => getComputedStyle(link).textDecorationLine)).toBe('underline');
  });
});
