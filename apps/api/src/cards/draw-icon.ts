import { upperCase, type Language } from '@broadsheet/types';
import sharp from 'sharp';
import { outlines, widthOf } from './set-type.ts';

const ground = '#98182e';
const ink = '#fffaf5';
const side = 512;
/** Capital letters' height and the letter's size, as parts of the icon: all of it within what a round mask leaves. */
const capHeight = 0.67;
const size = side * 0.54;

/** A square icon with the first letter of the site's name, for home screens and as its logo. Whole to the edges, so that any mask suits. */
export async function drawIcon(name: string, language: Language, pixels: number): Promise<Buffer> {
  const letter = firstLetter(name, language);
  const x = (side - widthOf(letter) * size) / 2;
  const y = side / 2 + (capHeight * size) / 2;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="100%" height="100%" fill="${ground}"/>` +
    `<rect x="${side * 0.26}" y="${side * 0.2}" width="${side * 0.48}" height="${side * 0.03}" fill="${ink}"/>` +
    `<g fill="${ink}" transform="translate(0 ${side * 0.04})">${outlines(letter, x, y, size)}</g></svg>`;
  return sharp(Buffer.from(svg)).resize(pixels, pixels).png({ palette: true, quality: 90 }).toBuffer();
}

/** Articles and quotation marks are not what a paper is known by: “The Caspian Ledger” is C. */
function firstLetter(name: string, language: Language): string {
  const words = name.replace(/^the\s+/i, '');
  return upperCase(/[\p{L}\p{N}]/u.exec(words)?.[0] ?? 'B', language);
}
