import { expect } from 'vitest';
import type { WritingPage } from './writing-page.ts';

const words = ' and the streets were rivers';

/**
 * One colleague writes on and on where the caret is, while another does something else.
 *
 * @param act is given what resolves once more of it has come to the other
 * @returns what was written
 */
export async function meanwhile(
  writer: WritingPage,
  other: WritingPage,
  act: (heard: () => Promise<void>) => Promise<void>,
): Promise<string> {
  let written = '';
  let goesOn = true;
  const write = async () => {
    while (goesOn) {
      const letter = words.charAt(written.length % words.length);
      await writer.page.keyboard.type(letter, { delay: 20 });
      written += letter;
    }
  };
  const writing = write();
  const heard = async () => {
    const before = await other.words(other.text);
    await expect.poll(() => other.words(other.text)).not.toBe(before);
  };
  try {
    await heard();
    await act(heard);
  } finally {
    goesOn = false;
    await writing;
  }
  await Promise.all([writer.saved(), other.saved()]);
  return written;
}
