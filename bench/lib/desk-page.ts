import { chromium, type Page } from 'playwright-core';
import { provideChromium } from '../../scripts/lib/chromium.ts';
import type { BenchNewsroom } from './newsroom.ts';

/** A page of the editor, of somebody signed in, in a real browser that ends with `use`. */
export async function withDeskPage(
  newsroom: BenchNewsroom,
  cookie: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await provideChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    const [name = '', ...value] = cookie.split('=');
    await context.addCookies([{ name, value: value.join('='), url: newsroom.editor }]);
    await use(await context.newPage());
  } finally {
    await browser.close();
  }
}

/** Until the caret can stand in the text. */
export async function editable(page: Page): Promise<void> {
  await page.locator('.sheet-body [contenteditable="true"] p').first().waitFor();
}

/** Milliseconds until one can write at this address. */
export async function open(page: Page, address: string): Promise<number> {
  const begun = performance.now();
  await page.goto(address);
  await editable(page);
  return performance.now() - begun;
}
