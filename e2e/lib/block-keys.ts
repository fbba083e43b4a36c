import type { Page } from 'playwright-core';
import { desk } from './desk.ts';
import type { WritingPage } from './writing-page.ts';

/** The caret in an empty text. */
export async function atEmptyText(): Promise<WritingPage> {
  const writing = await desk();
  await writing.text.click();
  return writing;
}

/** Chooses a block from the menu that a slash opens, by the keyboard alone. */
export async function insert(page: Page, word: string, name: string): Promise<void> {
  await page.keyboard.type(`/${word}`);
  await page.getByRole('option', { name, exact: false, selected: true }).waitFor();
  await page.keyboard.press('Enter');
}

export async function type(page: Page, ...lines: string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

/** Out of a box, to the line below it. */
export const leave = (page: Page) => page.keyboard.press('Control+Enter');

/** What the button or field is called that has the focus. */
export const focusedName = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.getAttribute('aria-label') ?? focused?.textContent?.trim();
  });
