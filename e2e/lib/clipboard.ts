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

interface GivenFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Drops files of this machine on an element, as a person does with the mouse. */
export async function dropFiles(on: Locator, files: readonly GivenFile[]): Promise<void> {
  const given = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));
  await on.evaluate((element, all) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type }));
    }
    const { left, top, height } = element.getBoundingClientRect();
    const at = { clientX: left + 4, clientY: top + height / 2 };
    element.dispatchEvent(
      new DragEvent('drop', { dataTransfer, ...at, bubbles: true, cancelable: true, composed: true }),
    );
  }, given);
}
