/** Kinds of picture that are taken in, by what the file begins with: its name and what the browser says count for nothing. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;
export type PictureType = (typeof pictureTypes)[number];

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

/** The kind of picture that a file begins like, or null for everything else, SVG among it. */
export function pictureType(beginning: Buffer): PictureType | null {
  if (ascii(beginning, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (ascii(beginning, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(beginning, 0, 4) === 'RIFF' && ascii(beginning, 8, 12) === 'WEBP') return 'image/webp';
  if (/^GIF8[79]a$/.test(ascii(beginning, 0, 6))) return 'image/gif';
  if (ascii(beginning, 4, 8) === 'ftyp' && /^avi[fs]$/.test(ascii(beginning, 8, 12))) return 'image/avif';
  return null;
}
