import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/** In the order in which a character is looked for; made by scripts/build-fonts.ts. */
const names = ['latin', 'latin-more', 'cyrillic', 'armenian'] as const;

let loaded: readonly Font[] | undefined;

/** Read when something is first drawn: most processes never draw. */
function fonts(): readonly Font[] {
  loaded ??= names.map((name) => {
    const font = create(readFileSync(new URL(`../../fonts/${name}.ttf`, import.meta.url)));
    if ('fonts' in font) throw new Error(`${name}.ttf holds several fonts`);
    return font;
  });
  return loaded;
}

/** How wide a line comes out at a size of 1. A character that no font has is left out. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { font, text: part } of runs(text)) width += font.layout(part).advanceWidth / font.unitsPerEm;
  return width;
}

/** A line as SVG outlines, its base line beginning at this place: no font is asked for when it is drawn. */
export function outlines(text: string, x: number, y: number, size: number): string {
  let svg = '';
  let at = x;
  for (const { font, text: part } of runs(text)) {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(part);
    glyphs.forEach((glyph, index) => {
      const position = positions[index];
      const left = at + (position?.xOffset ?? 0) * scale;
      const base = y - (position?.yOffset ?? 0) * scale;
      const path = glyph.path.toSVG();
      if (path !== '')
        svg += `<path transform="translate(${short(left)} ${short(base)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})" d="${path}"/>`;
      at += (position?.xAdvance ?? 0) * scale;
    });
  }
  return svg;
}

const short = (number: number): string => number.toFixed(2);

/** Pieces of a text that one font can set. Spaces, digits and signs stay with what goes before where that font has them. */
function runs(text: string): { font: Font; text: string }[] {
  const found: { font: Font; text: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0;
    const last = found.at(-1);
    if (last && !/\p{L}/u.test(character) && last.font.hasGlyphForCodePoint(code)) {
      last.text += character;
      continue;
    }
    const font = fonts().find((each) => each.hasGlyphForCodePoint(code));
    if (!font) continue;
    if (last?.font === font) last.text += character;
    else found.push({ font, text: character });
  }
  return found;
}
