import { publicAround } from '@broadsheet/types';
import { describe, expect, inject, it } from 'vitest';
import { openBrowser } from './lib/browser.ts';
import { demoArticle } from './lib/demo-article.ts';

/** The browser of these journeys says that nobody sits before it, and is left out as a robot. */
const aPerson = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
/** Milliseconds until a reading is counted: batches go every twenty seconds. */
const counting = 45_000;

async function viewsOf(slug: string): Promise<number | null> {
  const answer = await fetch(`${inject('editorUrl')}/api/public/en/articles/${slug}/around`);
  return publicAround.parse(await answer.json()).views;
}

describe('what is most read', () => {
  it('follows from readings, each counted once and without a cookie', { timeout: 90_000 }, async () => {
    const { slug, url } = demoArticle('en');
    const before = (await viewsOf(slug)) ?? 0;
    const browser = await openBrowser({ userAgent: aPerson });
    const page = await browser.newPage();
    const told = page.waitForResponse((answer) => answer.url().endsWith('/views'));
    await page.goto(url);
    expect((await told).status()).toBe(204);
    const toldAgain = page.waitForResponse((answer) => answer.url().endsWith('/views'));
    await page.reload();
    await toldAgain;
    await expect.poll(() => viewsOf(slug), { timeout: counting }).toBe(before + 1);
    expect(await browser.cookies()).toEqual([]);
  });

  it('leads without JavaScript from the front to a story, and on to its neighbours', async () => {
    const page = await (await openBrowser({ javaScriptEnabled: false })).newPage();
    await page.goto(`${inject('siteUrl')}/en/`);
    const list = page.getByRole('region', { name: 'Most read' });
    const first = list.getByRole('listitem').first().getByRole('link');
    const headline = (await first.textContent()) ?? '';
    await first.click();
    await page.getByRole('heading', { level: 1, name: headline }).waitFor();

    await page.goto(demoArticle('en').url);
    const neighbours = page.getByRole('navigation', { name: 'In the same section' });
    const next = (await neighbours.getByRole('link').first().textContent()) ?? '';
    await neighbours.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: next }).waitFor();
  });
});
