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
    await context.addInitScript(watchEditable);
    await use(await context.newPage());
  } finally {
    await browser.close();
  }
}

/**
 * Notes, inside the page, when the caret can stand in the text that is drawn: who asks from outside asks every 100 ms.
 * The time counts from the opening of the page, or from the press that led on.
 */
function watchEditable(): void {
  let begun = 0;
  addEventListener('click', () => (begun = performance.now()), { capture: true });
  const isThere = () => document.querySelector('.sheet-body [contenteditable="true"] p') !== null;
  const drawn = () => (window.editableAfter = performance.now() - begun);
  let was = false;
  new MutationObserver(() => {
    if (!was && isThere()) requestAnimationFrame(() => setTimeout(drawn));
    was = isThere();
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['contenteditable'],
  });
}

declare global {
  interface Window {
    /** Milliseconds until one can write; undefined before. */
    editableAfter?: number | undefined;
  }
}

/** Waits until one can write. @returns after how many milliseconds that was */
export async function editable(page: Page): Promise<number> {
  await page.waitForFunction(() => window.editableAfter !== undefined, undefined, { polling: 20 });
  return page.evaluate(() => {
    const after = window.editableAfter ?? Number.NaN;
    window.editableAfter = undefined;
    return after;
  });
}

/** Milliseconds until one can write at this address. */
export async function open(page: Page, address: string): Promise<number> {
  await page.goto(address);
  return editable(page);
}
