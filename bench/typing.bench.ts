import { chromium, type Page } from 'playwright-core';
import { provideChromium } from '../scripts/lib/chromium.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { percentile, printFigure } from './lib/print-figure.ts';
import { watchSaveState } from './lib/watch-writing.ts';

/** In a real browser: from a key press until "Saved" is on the page again, which it is only for what is stored. */
const keys = 200;
const budget = 300;
/** Milliseconds between two keys, beside the wait for "Saved". */
const pause = [30, 150] as const;

async function type(page: Page): Promise<number[]> {
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
  await text.click();
  await page.keyboard.press('Control+End');
  await page.evaluate(watchSaveState);
  for (let key = 1; key <= keys; key++) {
    await page.keyboard.press(key % 6 === 0 ? 'Space' : 'a');
    await page.waitForFunction((count) => window.waits.length === count, key, { polling: 5 });
    await page.waitForTimeout(pause[0] + Math.random() * (pause[1] - pause[0]));
  }
  return page.evaluate(() => window.waits);
}

await BenchNewsroom.visit(async (newsroom) => {
  await newsroom.api();
  const editor = newsroom.env['EDITOR_URL'] ?? '';
  const [name = '', ...value] = (await newsroom.signIn()).split('=');
  const [article] = await newsroom.query<{ story_id: string; word_count: number }>(
    `select story_id, word_count from published_article where language = 'en' order by word_count desc limit 1`,
  );
  const browser = await chromium.launch({
    executablePath: await provideChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({ locale: 'en-GB' });
    await context.addCookies([{ name, value: value.join('='), url: editor }]);
    const page = await context.newPage();
    await page.goto(`${editor}/stories/${article?.story_id ?? ''}/en`);
    const waits = await type(page);
    printFigure({
      name: 'From a key press to "Saved" on the page, p95',
      value: percentile(waits, 95),
      unit: 'ms',
      against: budget,
      note: `p50 ${percentile(waits, 50).toFixed(1)}, p99 ${percentile(waits, 99).toFixed(1)}; ${keys} keys in an article of ${article?.word_count ?? 0} words`,
    });
  } finally {
    await browser.close();
  }
});
