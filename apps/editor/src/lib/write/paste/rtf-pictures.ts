const kinds = { png: 'image/png', jpeg: 'image/jpeg' } as const;

/**
 * The pictures of a text in RTF, in their order. Word and LibreOffice put their pictures on the clipboard only there:
 * their HTML names files of their own machine, which no page may read.
 */
export function rtfPictures(rtf: string): File[] {
  const files: File[] = [];
  let at = rtf.indexOf('{\\pict');
  while (at >= 0) {
    const { file, end } = pictureAt(rtf, at);
    if (file) files.push(file);
    // what a group holds is read with it, so that no sign is read twice
    at = rtf.indexOf('{\\pict', end);
  }
  return files;
}

/** A picture is a group: words that describe it, groups within it, then its bytes in hexadecimal. */
function pictureAt(rtf: string, start: number): { file: File | null; end: number } {
  let depth = 0;
  let words = '';
  let digits = '';
  let at = start;
  for (; at < rtf.length; at += 1) {
    const sign = rtf.charAt(at);
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (depth === 1 && sign === '\\') {
      const word = wordAt(rtf, at);
      words += word;
      at += word.length - 1;
    } else if (depth === 1 && isHex(sign)) {
      const end = hexEnd(rtf, at);
      digits = rtf.slice(at, end);
      at = end - 1;
    }
    if (depth === 0) break;
  }
  const kind = words.includes('\\pngblip') ? 'png' : words.includes('\\jpegblip') ? 'jpeg' : null;
  const file =
    kind && digits.length > 32 ? new File([bytesOf(digits)], `picture.${kind}`, { type: kinds[kind] }) : null;
  return { file, end: at };
}

const wordAt = (rtf: string, at: number): string =>
  /^\\[a-z*]{1,32}-?\d{0,10} ?/i.exec(rtf.slice(at, at + 48))?.[0] ?? '\\';
const isHex = (sign: string): boolean => /[0-9a-f]/i.test(sign);

function hexEnd(rtf: string, start: number): number {
  const digits = /[0-9a-f\s]+/giy;
  digits.lastIndex = start;
  return start + (digits.exec(rtf)?.[0].length ?? 1);
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const digits = hex.replaceAll(/\s/g, '');
  const bytes = new Uint8Array(digits.length >> 1);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}
