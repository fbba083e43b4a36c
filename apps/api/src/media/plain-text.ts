const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Words in one line, without signs that nobody sees, and with the letters that entities of XML stand for. */
export const plainText = (text: string): string =>
  text
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|\w{1,6});/gi, (whole, entity: string) => decode(entity) ?? whole)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .toWellFormed()
    .trim();

/** No more than so many characters, and no half of one. */
export const cutText = (text: string, longest: number): string =>
  text
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();

function decode(entity: string): string | undefined {
  if (!entity.startsWith('#')) return entities[entity];
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const strict = new TextDecoder('utf-8', { fatal: true });
const windows = new TextDecoder('windows-1252');

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Old programs wrote what their Windows had: what is no UTF-8 is taken for that. */
export const lettersOf = (bytes: Buffer, saysUtf8 = isUtf8(bytes)): string =>
  plainText(saysUtf8 ? bytes.toString('utf8') : windows.decode(bytes));
