import { expect, it } from 'vitest';
import { slug, webAddress } from './common.ts';

import { isFileAddress } from './document-media.ts';
import { isSafeHref } from './plain-checks.ts';
import { parseEmbed } from './embeds.ts';

const beginnings = ['', 'https://', 'https://youtu.be/', 'https://x.com/a/status/', 'mailto:', '/', 'a-'];
const pieces = ['a', '-', 'a-', '/', '.', 'a.', '@', ':', '%', '?', '#', '\\', ' ', '\u200B', '%2e', '//'];

it('S21: addresses of every kind are judged at once, however long and odd they are', () => {
  const start = performance.now();
  for (const beginning of beginnings)
    for (const piece of pieces) {
      const address = `${beginning}${piece.repeat(100_000)}!`;
      expect(isSafeHref(address)).toBe(false);
      expect(isFileAddress(address)).toBe(false);
      expect(webAddress.safeParse(address).success).toBe(false);
      expect(parseEmbed(address)).toBeNull();
      expect(slug.safeParse(address).success).toBe(false);
    }
  expect(performance.now() - start).toBeLessThan(5000);
});
