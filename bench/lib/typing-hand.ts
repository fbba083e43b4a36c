import type { Page } from 'playwright-core';
import type { Colleague, Mark } from './colleague.ts';
import { PageWork, watchDesk, watchSaveState, type Work } from './watch-writing.ts';

/** What was measured while somebody typed, in milliseconds. */
export interface Typed {
  /** Script, style and layout of each key. */
  work: Work[];
  /** From the last key of each burst to "Saved". */
  saved: number[];
  /** Tasks of more than 50 ms. */
  longTasks: number[];
  /** How long each edit of another was on its way to the page meanwhile. */
  seen: number[];
}

/** So many keys are pressed in one paragraph before its writer waits for "Saved": words, a slip, a new line. */
const keys = 15;
const bursts = 30;
/** Milliseconds in which a hand comes from the mouse to the keys: what a click costs is not a key's. */
const reach = 250;
/** Another person writes a mark with every so many keys. */
const keysToMark = 6;

/** The key of a burst; every third one ends with a new line, and every second one has one in it. */
function keyOf(burst: number, key: number): string {
  if (key === 4 || key === 11) return 'Space';
  if (key === 8) return 'Backspace';
  if (key === 6 && burst % 2 === 1) return 'Enter';
  if (key === keys - 1 && burst % 3 === 2) return 'Enter';
  return 'etaoinshrdlucmf'.charAt(key);
}

const paragraphs = (page: Page) =>
  page
    .getByRole('textbox', { name: 'Text', exact: true })
    .locator('> p')
    .filter({ hasText: /\S.{80}/u });

/** Puts the caret into the first line of a paragraph: in another part of the article with each burst. */
export async function sitDown(page: Page, burst: number): Promise<void> {
  const all = paragraphs(page);
  const part = ((burst * 7) % bursts) / bursts;
  await all.nth(Math.floor(part * (await all.count()))).click({ position: { x: 60, y: 10 } });
}

/** Types in bursts, at the pace of somebody who writes fast, while another writes marks. */
export async function typeInBursts(page: Page, other: Colleague): Promise<Typed> {
  await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
  await page.evaluate(watchSaveState);
  await page.evaluate(watchDesk);
  const counter = await PageWork.of(page);
  const typed: Typed = { work: [], saved: [], longTasks: [], seen: [] };
  const marks: Mark[] = [];
  let pressed = 0;
  for (let burst = 0; burst < bursts; burst++) {
    await sitDown(page, burst);
    await page.waitForTimeout(reach);
    for (let key = 0; key < keys; key++) {
      if (pressed++ % keysToMark === 0) marks.push(other.mark());
      typed.work.push(await workOf(page, counter, keyOf(burst, key)));
      if (key < keys - 1) await page.waitForTimeout(30 + Math.random() * 70);
    }
    typed.saved.push(await saved(page, pressed));
  }
  typed.seen = await seenAll(page, marks);
  typed.longTasks = await page.evaluate(() => window.longTasks);
  return typed;
}

/** What a key cost the page until the next picture of it was drawn. */
async function workOf(page: Page, counter: PageWork, key: string): Promise<Work> {
  const before = await counter.soFar();
  await page.keyboard.press(key);
  await counter.drawn();
  const after = await counter.soFar();
  return { clock: after.clock - before.clock, processor: after.processor - before.processor };
}

/** Waits until "Saved" stands for the last key. */
async function saved(page: Page, pressed: number): Promise<number> {
  await page.waitForFunction((count) => window.keys.saved === count, pressed, { polling: 10 });
  return page.evaluate(() => window.waits.at(-1) ?? Number.NaN);
}

/** How long another person's words are on their way to a page on which nobody types. */
export async function watchOther(page: Page, other: Colleague, count: number): Promise<number[]> {
  const waits: number[] = [];
  for (let time = 0; time < count; time++) waits.push(...(await seenAll(page, [other.mark()])));
  return waits;
}

/** Waits until all marks stand on the page. @returns how long each was on its way */
async function seenAll(page: Page, marks: readonly Mark[]): Promise<number[]> {
  const numbers = marks.map(({ number }) => String(number));
  await page.waitForFunction((all) => all.every((mark) => mark in window.seen), numbers, { polling: 20 });
  const seen = await page.evaluate(() => window.seen);
  return marks.map(({ number, at }) => (seen[String(number)] ?? Number.NaN) - at);
}
