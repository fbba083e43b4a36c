import type { Locator } from 'playwright-core';

/** Pastes HTML as a program would hand it over, whatever the browser's own clipboard would make of it. */
export async function pasteHtml(field: Locator, html: string): Promise<void> {
  await field.click();
  await field.evaluate((element, markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', markup);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  }, html);
}

/** Pastes plain text into the field that has the focus. */
export async function pasteText(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  }, text);
}
