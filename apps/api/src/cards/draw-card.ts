import sharp from 'sharp';
import { breakLines } from './break-lines.ts';
import { outlines, widthOf } from './set-type.ts';

// one thread for each picture: a newsroom server has other work to do
sharp.concurrency(1);
sharp.cache(false);

/** What a card says. */
export interface CardText {
  site: string;
  section: string | null;
  headline: string;
}

/** The size that networks ask for, in pixels. */
const cardSize = { width: 1200, height: 630 } as const;

const edge = 72;
const leading = 1.1;
/** By day, as the site's tokens have them. */
const colours = { paper: '#fdfcf9', ink: '#171411', accent: '#98182e', rule: '#d9d3c7' };
const headlineRoom = { top: 190, bottom: 558 };

/** A PNG with the headline under the paper's name, for link previews of stories without a picture. */
export async function drawCard(text: CardText): Promise<Buffer> {
  return sharp(Buffer.from(cardSvg(text)))
    .png({ palette: true, quality: 90, effort: 6 })
    .toBuffer();
}

function cardSvg({ site, section, headline }: CardText): string {
  const width = cardSize.width - 2 * edge;
  const { lines, size } = breakLines(shortened(headline), {
    width,
    height: headlineRoom.bottom - headlineRoom.top,
    sizes: [92, 84, 76, 68, 62, 56, 50],
    leading,
    widthOf,
  });
  const name = oneLine(site, 42, section === null ? width : width * 0.6);
  const label = section === null ? null : oneLine(section, 28, width * 0.36);
  const labelAt = cardSize.width - edge - (label?.width ?? 0);
  const set = lines.map((line, index) =>
    outlines(line, edge, headlineRoom.top + size * (0.86 + index * leading), size),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">` +
    `<rect width="100%" height="100%" fill="${colours.paper}"/>` +
    `<rect width="100%" height="14" fill="${colours.accent}"/>` +
    `<rect x="${edge}" y="126" width="${width}" height="3" fill="${colours.ink}"/>` +
    `<rect x="${edge}" y="582" width="${width}" height="1" fill="${colours.rule}"/>` +
    `<g fill="${colours.ink}">${outlines(name.text, edge, 100, name.size)}${set.join('')}</g>` +
    (label ? `<g fill="${colours.accent}">${outlines(label.text, labelAt, 100, label.size)}</g>` : '') +
    '</svg>'
  );
}

/** No card has room for more letters; to measure where a text of thousands must end would take seconds. */
const mostLetters = 400;

function shortened(text: string): string {
  const letters = [...text.slice(0, 2 * mostLetters + 1)];
  return letters.length <= mostLetters ? text : `${letters.slice(0, mostLetters).join('')}…`;
}

/** A line that gets smaller before it gets shorter. */
function oneLine(text: string, size: number, width: number): { text: string; size: number; width: number } {
  const set = breakLines(text.replaceAll(/\s+/gu, '\u00a0'), {
    width,
    height: size * 1.5,
    sizes: [size, size * 0.85, size * 0.7],
    leading: 1,
    widthOf,
  });
  const line = set.lines[0] ?? '';
  return { text: line, size: set.size, width: widthOf(line) * set.size };
}
