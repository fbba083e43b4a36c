import sharp from 'sharp';
import { inject } from 'vitest';
import type { Colleague } from './people.ts';

/** Of noise, so that no two are alike. */
const photograph = () =>
  sharp({
    create: {
      width: 90,
      height: 60,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer();

/** Photographs as files of these names. */
export const photographs = (...names: string[]) =>
  Promise.all(
    names.map(async (name) => ({ name: `${name}.jpg`, type: 'image/jpeg', bytes: await photograph() })),
  );

/** Sends photographs to the library, one after the other. */
export async function putInLibrary({ browser }: Colleague, ...names: string[]): Promise<void> {
  const { origin } = new URL(inject('editorUrl'));
  for (const { name, type, bytes } of await photographs(...names)) {
    const multipart = { file: { name, mimeType: type, buffer: bytes } };
    await browser.request.post(`${origin}/api/media`, { multipart, headers: { origin } });
  }
}
