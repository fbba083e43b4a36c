import { languages, previewLink, storyPage, type Language } from '@broadsheet/types';
import { describe, expect, inject, it } from 'vitest';
import { authors } from '../apps/api/src/demo/content/authors.ts';
import { topics } from '../apps/api/src/demo/content/topics.ts';
import { demoArticle } from './lib/demo-article.ts';
import { axeFaults, openStillBrowser, sidewaysScroll } from './lib/page-faults.ts';
import { theAdmin } from './lib/people.ts';

/** One address of each of the site's templates. */
const templates = (language: Language) => [
  `/${language}/`,
  demoArticle(language).path,
  `/${language}/section/society`,
  `/${language}/region/azerbaijan`,
  `/${language}/topic/${topics[0]?.slug}`,
  `/${language}/author/${authors[0]?.slug}`,
  `/${language}/news/there-is-no-such-story`,
];

/** The page on which the newsroom looks at what is not published. */
async function previewOf(language: Language): Promise<string> {
  const { api } = await theAdmin();
  const search = encodeURIComponent(demoArticle(language).headline);
  const { items } = await api.get(`/stories?search=${search}`, storyPage);
  const article = items[0]?.articles.find((one) => one.language === language);
  const { url } = await api.post(`/articles/${article?.id}/preview-links`, {}, previewLink);
  return new URL(url).pathname;
}

describe('A1 the site is for everyone', () => {
  it.each(languages)('has nothing that axe objects to, by day and by night, in %s', async (language) => {
    const page = await (await openStillBrowser()).newPage();
    const faults: Record<string, string[]> = {};
    for (const path of [...templates(language), await previewOf(language)]) {
      await page.goto(inject('siteUrl') + path);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      const found = await axeFaults(page);
      if (found.length > 0) faults[path] = found;
    }
    expect(faults).toEqual({});
  });

  it.each(languages)('fits the smallest phones without scrolling sideways in %s', async (language) => {
    const page = await (await openStillBrowser(360)).newPage();
    const faults: Record<string, string[]> = {};
    for (const path of [...templates(language), await previewOf(language)]) {
      await page.goto(inject('siteUrl') + path);
      const found = await sidewaysScroll(page);
      if (found.length > 0) faults[path] = found;
    }
    expect(faults).toEqual({});
  });
});
