import type { FrameLocator, Page } from 'playwright-core';
import { freePort } from '../scripts/lib/ports.ts';
import { open, withDeskPage } from './lib/desk-page.ts';
import { writeLongArticle } from './lib/long-article.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { percentile, printFigure } from './lib/print-figure.ts';
import { sitDown } from './lib/typing-hand.ts';

/** From a word in an article of 10,000 words with 40 pictures until it stands in the readers' own page beside the text. */
const length = { words: 10_000, pictures: 40 };
const words = 30;
const limit = 1000;

/** Types a word into another part of the text each time. @returns milliseconds until the page beside it says it */
async function follow(page: Page, beside: FrameLocator): Promise<number[]> {
  const waits: number[] = [];
  for (let time = 0; time <= words; time++) {
    await sitDown(page, time);
    const word = `followed${String(time)}x`;
    await page.keyboard.type(word, { delay: 40 });
    const typed = performance.now();
    await beside.getByText(word).waitFor({ state: 'attached' });
    waits.push(performance.now() - typed);
  }
  // the first time fetches what the page is drawn with
  return waits.slice(1);
}

const sitePort = await freePort();
await BenchNewsroom.visit(
  async (newsroom) => {
    await newsroom.reader({}, sitePort);
    const api = await newsroom.api();
    const cookie = await newsroom.signIn();
    const { storyId } = await writeLongArticle(newsroom, api.url, cookie, length);
    await newsroom.jobsDone(api);
    await withDeskPage(newsroom, cookie, async (page) => {
      await open(page, `${newsroom.editor}/stories/${storyId}/en`);
      await page.getByRole('button', { name: 'Preview', exact: true }).click();
      const beside = page.frameLocator('iframe');
      await beside.getByText('Preview. Readers do not see this version.').waitFor();
      const waits = await follow(page, beside);
      printFigure({
        name: 'From a word in 10,000 until it stands in the preview beside it, p95',
        value: percentile(waits, 95),
        unit: 'ms',
        against: limit,
        note: `p50 ${percentile(waits, 50).toFixed(0)}, worst ${Math.max(...waits).toFixed(0)}; ${waits.length}`,
      });
    });
  },
  { SITE_URL: `http://localhost:${sitePort}` },
);
