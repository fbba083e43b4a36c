import { mkdirSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';

let browser: Promise<Browser> | undefined;

/** Milliseconds that anything on a page may take on a busy machine before a journey fails. */
const patience = 15_000;

/**
 * A browser of one person's own, gone with the test. Errors that no code caught and breaches of the content
 * security policy fail the test; a failed one leaves pictures of its pages in `reports/journeys`.
 */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= chromium.connect(inject('browserUrl'));
  const context = await (await browser).newContext({ locale: 'en-GB', serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(patience);
  const faults: string[] = [];
  context.on('weberror', (fault) => faults.push(String(fault.error().stack)));
  context.on('console', (line) => {
    if (line.type() === 'error' && line.text().includes('Content Security Policy')) faults.push(line.text());
  });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await takePictures(context, task.name);
    await context.close();
    if (faults.length > 0) throw new Error(`The page did not expect this:\n${faults.join('\n')}`);
  });
  return context;
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
