import type { Block, Language } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../packages/document/src/render-entry.ts';
import { everyBlock } from '../packages/document/test/every-block.ts';
import { openBrowser } from './lib/browser.ts';
import { axeFaults, openStillBrowser, sidewaysScroll } from './lib/page-faults.ts';
import { openSampleSite, type SampleSite } from './lib/sample-site.ts';
import { triedLanguages } from './lib/tried-languages.ts';

const load: Record<Language, string> = {
  az: 'Videonu yüklə',
  ru: 'Загрузить видео',
  en: 'Load the video',
  hy: 'Բեռնել տեսանյութը',
};
const watch: Record<Language, string> = {
  az: 'YouTube-da bax',
  ru: 'Смотреть на YouTube',
  en: 'Watch on YouTube',
  hy: 'Դիտել YouTube-ում',
};

/** A story of the sample site that has one of every kind of block. */
function writeEveryBlock({ newsroom }: SampleSite, language: Language): string {
  const article = newsroom.articles.find((each) => each.language === language && each.slug === 'story-2');
  if (!article) throw new Error('The sample site has no second story.');
  const { heading, ...others } = everyBlock();
  const chapters = [1, 2, 3, 4].map((number): Block => ({
    ...heading,
    attrs: { id: `chapter-${String(number)}`, level: 2 },
  }));
  const content: Block[] = [...chapters, { ...heading, attrs: { id: 'part-1', level: 3 } }, heading];
  const picture = {
    sources: { crop: 'full' as const, key: 'full2', width: 640, height: 480, widths: [320, 640] },
    alt: 'Two hills',
    caption: '',
    credit: '',
    licence: '',
  };
  article.html = renderHtml(
    { type: 'doc', content: [...content, ...Object.values(others)] },
    { language, picture: () => picture },
  );
  article.outline = chapters.map(({ attrs }, index) => ({
    id: `h-${attrs.id}`,
    level: 2,
    text: `Chapter ${String(index + 1)}`,
  }));
  article.wordCount = 1200;
  return `/${language}/news/story-2`;
}

describe('a story with every kind of block', () => {
  it.each(triedLanguages)(
    'can be read by everyone, by day and by night, on a phone and a desk, in %s',
    async (language) => {
      const site = await openSampleSite();
      const path = writeEveryBlock(site, language);
      for (const width of [360, 1440]) {
        const page = await (await openStillBrowser(width)).newPage();
        await page.goto(site.url + path);
        expect(await axeFaults(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toEqual([]);
        await page.close();
      }
    },
  );

  it.each(triedLanguages)('asks nothing of another site before the reader does, in %s', async (language) => {
    const site = await openSampleSite();
    const path = writeEveryBlock(site, language);
    const context = await openBrowser();
    const asked: string[] = [];
    await context.route(
      (url) => url.origin !== site.url,
      (route) => {
        asked.push(route.request().url());
        return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Film</title>Film' });
      },
    );
    const page = await context.newPage();
    await page.goto(site.url + path);
    const button = page.getByRole('button', { name: load[language] });
    await button.scrollIntoViewIfNeeded();
    expect(asked).toEqual([]);

    await button.press('Enter');
    const frame = page.locator('.embed iframe');
    await expect.poll(() => asked).toEqual(['https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ']);
    expect(await frame.contentFrame().locator('body').innerText()).toBe('Film');
    expect(await frame.getAttribute('referrerpolicy')).toBe('strict-origin-when-cross-origin');
    expect(await frame.getAttribute('sandbox')).not.toContain('allow-top-navigation');
    expect(await frame.getAttribute('title')).toBe('In two minutes');
    expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await button.count()).toBe(0);
    expect(await page.getByRole('link', { name: watch[language] }).isVisible()).toBe(true);
  });

  it('is whole without a script: links in place of frames, and chapters to go to', async () => {
    const site = await openSampleSite();
    const path = writeEveryBlock(site, 'en');
    const page = await (await openBrowser({ javaScriptEnabled: false })).newPage();
    await page.goto(site.url + path);
    expect(await page.getByRole('link', { name: watch.en }).getAttribute('href')).toBe(
      'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
    );
    expect(await page.locator('.embed').getByRole('button').count()).toBe(0);
    const contents = page.getByRole('navigation', { name: 'In this story' });
    expect(await contents.getByRole('link').allInnerTexts()).toEqual([
      'Chapter 1',
      'Chapter 2',
      'Chapter 3',
      'Chapter 4',
    ]);
    await contents.getByRole('link', { name: 'Chapter 3' }).click();
    expect(new URL(page.url()).hash).toBe('#h-chapter-3');
    expect(await page.locator('#h-chapter-3').isVisible()).toBe(true);
    for (const name of ['Three stages', 'The way up', 'Code'])
      expect(await page.getByRole('region', { name }).getAttribute('tabindex')).toBe('0');
  });
});
