import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { Colleague } from './lib/colleague.ts';
import { Crowd } from './lib/crowd.ts';
import { editable, open, withDeskPage } from './lib/desk-page.ts';
import { writeLongArticle, type Written } from './lib/long-article.ts';
import { median } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { hire } from './lib/newsroom-people.ts';
import { percentile, printFigure } from './lib/print-figure.ts';
import { QuietWriter } from './lib/quiet-writer.ts';
import type { ServerProcess } from './lib/server-process.ts';
import { typeInBursts, watchOther } from './lib/typing-hand.ts';

/**
 * An article of 10,000 words with 40 pictures, written in by somebody in a real browser and by three others: first
 * alone on the server, then beside 200 people who write in 50 other articles.
 */
const length = { words: 10_000, pictures: 40 };
const marks = 60;
const opened = 5;
const limits = { key: 16, task: 50, open: 500, seen: 150, saved: 300 };
const crowd = { articles: 50, people: 4, editsPerSecond: 2 };
/** The part of the edits that the crowd must come to, or it was none. */
const leastRate = 0.9;

/** Milliseconds until one can write: the whole page anew, and from the list of stories. */
async function opening(page: Page, address: string): Promise<{ anew: number[]; fromList: number[] }> {
  const [anew, fromList]: [number[], number[]] = [[], []];
  for (let time = 0; time <= opened; time++) {
    anew.push(await open(page, address));
    await page.goto(new URL('/stories', address).href);
    const row = page.locator(`a[href^="${new URL(address).pathname.replace(/\/en$/, '')}"]`).first();
    await row.waitFor();
    await row.click();
    fromList.push(await editable(page));
  }
  // the first time fills the browser's cache
  return { anew: anew.slice(1), fromList: fromList.slice(1) };
}

function tellOpening(how: string, waits: readonly number[]): void {
  const each = waits.map((wait) => wait.toFixed(0)).join(', ');
  const name = `Opening an article of 10,000 words with 40 pictures, warm, ${how}`;
  printFigure({
    name: `${name}, median`,
    value: median([...waits]),
    unit: 'ms',
    against: limits.open,
    note: each,
  });
  printFigure({ name: `${name}, the worst of ${waits.length}`, value: Math.max(...waits), unit: 'ms' });
}

function told(name: string, values: readonly number[], against?: number): void {
  const [p50, p99] = [50, 99].map((percent) => percentile(values, percent).toFixed(1));
  const note = `p50 ${p50}, p99 ${p99}; ${values.length}`;
  printFigure({ name, value: percentile(values, 95), unit: 'ms', against, note });
}

async function measure(page: Page, address: string, other: Colleague, where: string): Promise<void> {
  await open(page, address);
  const { work, saved, longTasks, seen } = await typeInBursts(page, other);
  const idle = await watchOther(page, other, marks);
  const key = 'Script, style and layout of a key';
  told(
    `${key}, p95, ${where}`,
    work.map(({ clock }) => clock),
    limits.key,
  );
  told(
    `${key}, time on the processor alone, p95, ${where}`,
    work.map(({ processor }) => processor),
  );
  printFigure({
    name: `Longest task while writing, ${where}`,
    value: Math.max(0, ...longTasks),
    unit: 'ms',
    against: limits.task,
    note: `${longTasks.length} of more than 50 ms`,
  });
  told(`From the last key press to "Saved", p95, ${where}`, saved, limits.saved);
  told(`Another person’s edit on the page while one types, p95, ${where}`, seen, limits.seen);
  told(`Another person’s edit on the page, p95, ${where}`, idle, limits.seen);
}

const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;

/** Two hundred people at work while `beside` measures, and how it went for them. */
async function withCrowd(newsroom: BenchNewsroom, url: string, beside: () => Promise<void>): Promise<void> {
  const others = await Crowd.gather(newsroom, url, crowd);
  try {
    await beside();
    const { rate, p50, p95, edits } = await others.leave();
    printFigure({
      name: 'Edits a second by each of 200 people in 50 articles',
      value: rate,
      unit: '/s',
      atLeast: crowd.editsPerSecond * leastRate,
      note: `${edits} edits`,
    });
    printFigure({
      name: 'Edit to acknowledgement for 200 people in 50 articles, p95',
      value: p95,
      unit: 'ms',
      note: `p50 ${p50.toFixed(1)}`,
    });
  } finally {
    others.end();
  }
}

/** Three who write in the article. */
async function colleagues(newsroom: BenchNewsroom, url: string, articleId: string): Promise<Colleague[]> {
  const found: Colleague[] = [];
  for (const seed of [1, 2, 3]) {
    const person = await hire(newsroom);
    const writer = new QuietWriter({ url, cookie: person.cookie, articleId, origin: newsroom.editor });
    await writer.synced();
    found.push(new Colleague(writer, person, 3, seed));
  }
  return found;
}

async function write(
  newsroom: BenchNewsroom,
  { url, pid }: ServerProcess,
  { id, storyId }: Written,
  page: Page,
): Promise<void> {
  const address = `${newsroom.editor}/stories/${storyId}/en`;
  const { anew, fromList } = await opening(page, address);
  tellOpening('the whole page anew', anew);
  tellOpening('from the list', fromList);
  const others = await colleagues(newsroom, url, id);
  const [first] = others;
  if (!first) throw new Error('Nobody came');
  for (const other of others) other.begin();
  try {
    await measure(page, address, first, '10,000 words, 3 others writing');
    const before = memoryOf(pid);
    await withCrowd(newsroom, url, async () => {
      await measure(page, address, first, 'beside 200 people in 50 articles');
      printFigure({
        name: 'Memory of the API with 200 people writing in 50 articles',
        value: memoryOf(pid),
        unit: 'MB',
        note: `${before.toFixed(0)} MB before them`,
      });
    });
  } finally {
    for (const other of others) other.leave();
  }
}

await BenchNewsroom.visit(async (newsroom) => {
  const api = await newsroom.api();
  const cookie = await newsroom.signIn();
  const article = await writeLongArticle(newsroom, api.url, cookie, length);
  await newsroom.jobsDone(api);
  await withDeskPage(newsroom, cookie, (page) => write(newsroom, api, article, page));
});
