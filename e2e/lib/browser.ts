import { appendFileSync, mkdirSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';

let browser: Promise<Browser> | undefined;

/** Milliseconds that anything on a page may take on a busy machine before a journey fails. */
const patience = 15_000;

/** The file that keeps what pages and server say of shared documents, for `bench/record-journeys.ts`. */
const recording = process.env['RECORD_EDITS'];

const faultsOf = new WeakMap<BrowserContext, string[]>();

/**
 * A browser of one person's own, gone with the test. Service workers are off in it unless asked for: what they keep
 * for later is much to load, and matters to few journeys.
 */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await newBrowser(options);
  answerFor(context, () => context.close());
  return context;
}

/** One that keeps the product for when there is no network. */
export const openLastingBrowser = (options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  openBrowser({ serviceWorkers: 'allow', ...options });

/** Such a browser for more than one test; who opens it closes it. */
export async function newBrowser(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= chromium.connect(inject('browserUrl'));
  const context = await (await browser).newContext({ locale: 'en-GB', serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(patience);
  if (recording) await recordSockets(context, recording);
  const faults: string[] = [];
  faultsOf.set(context, faults);
  context.on('weberror', (fault) => faults.push(String(fault.error().stack)));
  context.on('console', (line) => {
    if (line.type() === 'error' && line.text().includes('Content Security Policy')) faults.push(line.text());
  });
  context.on('response', (answer) => {
    if (answer.status() >= 400 && answer.request().resourceType() === 'image')
      faults.push(`No picture: ${answer.status()} ${answer.url()}`);
  });
  return context;
}

let sockets = 0;

/** Keeps every message as a line: the socket's number, who sent it, its bytes. */
async function recordSockets(context: BrowserContext, file: string): Promise<void> {
  await context.routeWebSocket(/\/api\/collaboration/, (page) => {
    const server = page.connectToServer();
    const number = sockets++;
    const keep = (from: 'page' | 'server', message: string | Buffer) =>
      appendFileSync(file, `${number} ${from} ${Buffer.from(message).toString('base64')}\n`);
    page.onMessage((message) => {
      keep('page', message);
      server.send(message);
    });
    server.onMessage((message) => {
      keep('server', message);
      page.send(message);
    });
  });
}

/**
 * Errors that no code caught, breaches of the content security policy and pictures that do not come fail the running
 * test; when it fails, pictures of the pages are left in `reports/journeys`. `end` is called before that is said.
 */
export function answerFor(context: BrowserContext, end: (hasFailed: boolean) => Promise<void>): void {
  onTestFinished(async ({ task }) => {
    const faults = faultsOf.get(context) ?? [];
    const hasFailed = task.result?.state === 'fail';
    if (hasFailed) await takePictures(context, task.name);
    await end(hasFailed || faults.length > 0);
    if (faults.length > 0) throw new Error(`The page did not expect this:\n${faults.join('\n')}`);
  });
}

async function takePictures(context: BrowserContext, name: string): Promise<void> {
  const folder = new URL('../../reports/journeys/', import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  const file = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
  for (const page of context.pages()) {
    const path = `${folder}${file}-${Math.random().toString(36).slice(2, 6)}.png`;
    await page.screenshot({ path }).catch(() => undefined);
    process.stdout.write(`${page.url()} looked like ${path}\n`);
  }
}
