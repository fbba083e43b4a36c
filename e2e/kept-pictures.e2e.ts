import { mkdir, readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openBrowser } from './lib/browser.ts';
import { differenceOf } from './lib/compare-pictures.ts';
import { inLongRun } from './lib/in-long-run.ts';
import { openSampleSite } from './lib/sample-site.ts';

interface View {
  path: string;
  media?: 'print';
  options: BrowserContextOptions;
}

const story = 'news/story-3';
const views: Record<string, View> = {
  print: {
    path: `/en/${story}`,
    media: 'print',
    // whoever reads by night prints by day
    options: { viewport: { width: 680, height: 900 }, colorScheme: 'dark' },
  },
  night: { path: `/az/${story}`, options: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' } },
  'without-a-script': {
    path: `/hy/${story}`,
    options: { viewport: { width: 390, height: 900 }, colorScheme: 'light', javaScriptEnabled: false },
  },
};

/**
 * The interface's letters are the system's own and differ between machines; the year goes by. Neither is compared. A
 * picture of the whole page shows what a reader would have scrolled to.
 */
const onAllMachinesAlike =
  ':root { --sans: var(--serif) !important } .copy { visibility: hidden } * { content-visibility: visible !important }';

async function addStyles(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}

async function openView({ path, media, options }: View): Promise<Page> {
  const site = await openSampleSite();
  const page = await (
    await openBrowser({ deviceScaleFactor: 1, reducedMotion: 'reduce', ...options })
  ).newPage();
  if (media) await page.emulateMedia({ media });
  await page.goto(site.url + path);
  await addStyles(page, onAllMachinesAlike);
  for (const picture of await page.locator('img').all()) {
    await picture.evaluate((img: HTMLImageElement) => {
      img.loading = 'eager';
      return img.decode();
    });
  }
  // the letters that the styles above ask for are asked for once they are laid out
  await page.evaluate(() => {
    document.body.getBoundingClientRect();
    return document.fonts.ready.then(() => true);
  });
  return page;
}

const take = (page: Page) => page.screenshot({ fullPage: true, animations: 'disabled' });
const placeOf = (name: string) => new URL(`kept/${name}.png`, import.meta.url);

describe('A7 the views that nobody looks at every day', () => {
  it.each(Object.keys(views))('%s: look as they looked when they were kept', async (name) => {
    const view = views[name];
    if (!view) throw new Error(`There is no view ${name}.`);
    const now = await take(await openView(view));
    if (process.env.KEEP_PICTURES === '1') {
      await mkdir(new URL('kept/', import.meta.url), { recursive: true });
      await writeFile(
        placeOf(name),
        await sharp(now).png({ palette: true, dither: 0, effort: 10 }).toBuffer(),
      );
    }
    const difference = await differenceOf(await readFile(placeOf(name)), now);
    if (difference !== null) {
      await mkdir(new URL('../reports/', import.meta.url), { recursive: true });
      await writeFile(new URL(`../reports/${name}.png`, import.meta.url), now);
    }
    expect(
      difference,
      `Look at reports/${name}.png beside e2e/kept/${name}.png. If the change is meant, keep it: KEEP_PICTURES=1 npm test -- e2e/kept-pictures.e2e.ts`,
    ).toBeNull();
  });

  inLongRun('would not pass without a picture, a rule, a column, a gutter or the night', async () => {
    const { night } = views;
    if (!night) throw new Error('There is no night.');
    const page = await openView(night);
    const kept = await readFile(placeOf('night'));
    for (const css of [
      '.lead-pic img { visibility: hidden }',
      '.art-meta > * { border-block-start-color: transparent !important }',
      '.rail { visibility: hidden }',
      '.page-grid { column-gap: 8px !important }',
      ':root { --paper: #fdfcf9 !important }',
    ]) {
      await addStyles(page, css);
      expect(await differenceOf(kept, await take(page)), css).not.toBeNull();
      await page.evaluate(() => document.adoptedStyleSheets.pop());
    }
    expect(await differenceOf(kept, await take(page))).toBeNull();
  });
});
