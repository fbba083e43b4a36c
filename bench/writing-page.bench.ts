import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { Writer } from '../apps/api/test/collaboration/writer.ts';
import type { WritingLoad } from '../apps/api/test/collaboration/writing-load.ts';
import { provideChromium } from '../scripts/lib/chromium.ts';
import { Colleague } from './lib/colleague.ts';
import { writeLongArticle, type Written } from './lib/long-article.ts';
import { median } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { emptyArticles, hire } from './lib/newsroom-people.ts';
import { percentile, printFigure } from './lib/print-figure.ts';
import { pinned } from './lib/server-process.ts';
import { PageWork, watchDesk, watchSaveState } from './lib/watch-writing.ts';

/**
 * An article of 10,000 words with 40 pictures, written in by somebody in a real browser and by three others: first
 * alone on the server, then beside 200 people who write in 50 other articles.
 */
const length = { words: 10_000, pictures: 40 };
const keys = 300;
const marks = 60;
const opened = 5;
const limits = { key: 16, task: 50, open: 500, seen: 150, saved: 300 };
const crowd = { articles: 50, people: 4, editsPerSecond: 2, seconds: 75 };

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });

/** Until the caret can stand in the text. */
async function editable(page: Page): Promise<void> {
  await page.locator('.sheet-body [contenteditable="true"] p').first().waitFor();
}

async function opening(page: Page, address: string): Promise<{ again: number; fromList: number }> {
  const [again, fromList]: [number[], number[]] = [[], []];
  for (let time = 0; time <= opened; time++) {
    const begun = performance.now();
    await page.goto(address);
    await editable(page);
    again.push(performance.now() - begun);
    await page.goto(new URL('/stories', address).href);
    const row = page.locator(`a[href^="${new URL(address).pathname.replace(/\/en$/, '')}"]`).first();
    await row.waitFor();
    const clicked = performance.now();
    await row.click();
    await editable(page);
    fromList.push(performance.now() - clicked);
  }
  // the first time fills the browser's cache
  return { again: median(again.slice(1)), fromList: median(fromList.slice(1)) };
}

interface Keys {
  work: number[];
  saved: number[];
  longTasks: number[];
}

/** Types in the middle of the article, at the pace of somebody who writes fast. */
async function type(page: Page): Promise<Keys> {
  const paragraphs = text(page).locator('> p');
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click();
  await page.keyboard.press('End');
  await page.evaluate(watchSaveState);
  await page.evaluate(watchDesk);
  const counter = await PageWork.of(page);
  const work: number[] = [];
  for (let key = 1; key <= keys; key++) {
    const before = await counter.milliseconds();
    await page.keyboard.press(key % 6 === 0 ? 'Space' : 'a');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    work.push((await counter.milliseconds()) - before);
    await page.waitForTimeout(30 + Math.random() * 70);
  }
  await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
  const { saved, longTasks } = await page.evaluate(() => ({
    saved: window.waits,
    longTasks: window.longTasks,
  }));
  return { work, saved, longTasks };
}

/** How long another person's words are on their way to the page. */
async function watchOther(page: Page, other: Colleague): Promise<number[]> {
  const written: number[] = [];
  for (let number = 0; number < marks; number++) {
    written.push(other.mark(number));
    await page.waitForFunction((mark) => String(mark) in window.seen, number, { polling: 20 });
  }
  const seen = await page.evaluate(() => window.seen);
  return written.map((at, number) => (seen[String(number)] ?? Number.NaN) - at);
}

async function measure(page: Page, others: readonly Colleague[], where: string): Promise<void> {
  const { work, saved, longTasks } = await type(page);
  const [first] = others;
  const seen = first ? await watchOther(page, first) : [];
  const spread = (values: number[]) =>
    `p50 ${percentile(values, 50).toFixed(1)}, p99 ${percentile(values, 99).toFixed(1)}`;
  const told = (name: string, values: number[], against: number) => {
    printFigure({
      name: `${name}, p95, ${where}`,
      value: percentile(values, 95),
      unit: 'ms',
      against,
      note: `${spread(values)}; ${values.length}`,
    });
  };
  told('Script, style and layout of a key', work, limits.key);
  printFigure({
    name: `Longest task while writing, ${where}`,
    value: Math.max(0, ...longTasks),
    unit: 'ms',
    against: limits.task,
    note: `${longTasks.length} of more than 50 ms`,
  });
  told('From the last key press to "Saved"', saved, limits.saved);
  told('Another person’s edit on the page', seen, limits.seen);
}

const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;

/** Two hundred people at work, until the promise is settled that `beside` gives. */
async function withCrowd(newsroom: BenchNewsroom, url: string, beside: () => Promise<void>): Promise<void> {
  const people = await Promise.all(Array.from({ length: crowd.people }, () => hire(newsroom)));
  const articleIds = await emptyArticles(newsroom, people[0], crowd.articles);
  const load: WritingLoad = {
    url,
    origin: newsroom.editor,
    cookies: people.map(({ cookie }) => cookie),
    articleIds,
    editsPerSecond: crowd.editsPerSecond,
    seconds: crowd.seconds,
  };
  const file = fileURLToPath(new URL('../apps/api/test/collaboration/writing-load.ts', import.meta.url));
  const [command, args] = pinned(1, [file, JSON.stringify(load)]);
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    await beside();
    if (child.exitCode !== null) throw new Error('The others went away before the measuring was over');
  } finally {
    child.kill('SIGTERM');
  }
}

async function visit(newsroom: BenchNewsroom): Promise<void> {
  const api = await newsroom.api();
  const cookie = await newsroom.signIn();
  const article: Written = await writeLongArticle(newsroom, api.url, cookie, length);
  const browser = await chromium.launch({
    executablePath: await provideChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const others: Colleague[] = [];
  try {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    const [name = '', ...value] = cookie.split('=');
    await context.addCookies([{ name, value: value.join('='), url: newsroom.editor }]);
    const page = await context.newPage();
    const address = `${newsroom.editor}/stories/${article.storyId}/en`;
    const { again, fromList } = await opening(page, address);
    printFigure({
      name: 'Opening an article of 10,000 words with 40 pictures, warm, until one can write',
      value: again,
      unit: 'ms',
      against: limits.open,
      note: `the whole page anew; from the list ${fromList.toFixed(0)} ms`,
    });
    for (const seed of [1, 2, 3]) {
      const person = await hire(newsroom);
      const options = { url: api.url, cookie: person.cookie, articleId: article.id, origin: newsroom.editor };
      const writer = new Writer(options);
      await writer.synced();
      others.push(new Colleague(writer, 3, seed));
    }
    for (const other of others) other.begin();
    await page.goto(address);
    await editable(page);
    await measure(page, others, '10,000 words, 3 others writing');
    const before = memoryOf(api.pid);
    await withCrowd(newsroom, api.url, async () => {
      await page.goto(address);
      await editable(page);
      await measure(page, others, 'beside 200 people in 50 articles');
      printFigure({
        name: 'Memory of the API with 200 people writing in 50 articles',
        value: memoryOf(api.pid),
        unit: 'MB',
        note: `${before.toFixed(0)} MB before them`,
      });
    });
  } finally {
    for (const other of others) other.leave();
    await browser.close();
  }
}

await BenchNewsroom.visit(visit);
