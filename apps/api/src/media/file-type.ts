import type { MediaKind } from '@broadsheet/types';

/** Kinds of file that are taken in, by what they begin with: name and what the browser says count for nothing. */
export const fileTypes = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/webp': 'picture',
  'image/gif': 'picture',
  'image/avif': 'picture',
  'image/heic': 'picture',
  'image/svg+xml': 'picture',
  'video/mp4': 'video',
  'audio/mpeg': 'audio',
  'application/pdf': 'document',
} as const satisfies Record<string, MediaKind>;
export type FileType = keyof typeof fileTypes;

/** So many bytes from the beginning tell what a file is. */
export const beginningLength = 1024;

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

/** What a file begins like, or null for everything that is not taken in. */
export function fileType(beginning: Buffer): FileType | null {
  if (ascii(beginning, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (ascii(beginning, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(beginning, 0, 4) === 'RIFF' && ascii(beginning, 8, 12) === 'WEBP') return 'image/webp';
  if (/^GIF8[79]a$/.test(ascii(beginning, 0, 6))) return 'image/gif';
  if (ascii(beginning, 0, 5) === '%PDF-') return 'application/pdf';
  if (ascii(beginning, 4, 8) === 'ftyp') return typeOfBrand(ascii(beginning, 8, 12));
  if (ascii(beginning, 0, 3) === 'ID3' || isMp3Frame(beginning)) return 'audio/mpeg';
  return isSvg(beginning) ? 'image/svg+xml' : null;
}

/** The main brand of an ISO base media file (ISO/IEC 14496-12). */
function typeOfBrand(brand: string): FileType | null {
  if (/^avi[fs]$/.test(brand)) return 'image/avif';
  if (/^(?:hei[cmsx]|hev[cx]|mif1|msf1)$/.test(brand)) return 'image/heic';
  return /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV|f4v )$/.test(brand) ? 'video/mp4' : null;
}

/** Synchronisation, MPEG 1 or 2, layer III, and a bit rate that exists. */
function isMp3Frame(bytes: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  return first === 0xff && (second & 0xf6) === 0xf2 && third >> 4 !== 15 && third >> 4 !== 0;
}

/** By its root, or by a document type that names it: what old programs define there may be longer than what is seen here. */
function isSvg(beginning: Buffer): boolean {
  const text = beginning.toString('utf8').replace(/^\uFEFF/, '');
  return /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,800}?-->\s*)*(?:<svg[\s>]|<!DOCTYPE\s+svg[\s[>])/.test(
    text,
  );
}
