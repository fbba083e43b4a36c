import sharp from 'sharp';

/** Channels of a pixel may differ by this much: a hairline differs from its paper by 36 by night, 50 by day. */
const unlike = 28;
/** Pixels by which a letter's edge may lie elsewhere: browsers draw text each in their own way. */
const reach = 2;
/** Unlike pixels in one line: a rule, the edge of a picture, the ground of a column. No letter is that long. */
const longestRun = 40;
/**
 * Share of unlike pixels, for words that are missing or stand elsewhere. Chromium with and without windows draws one
 * page with up to 0.0013 of it unlike; in whole runs Armenian labels come out in another weight (0.0024), nobody knows why.
 */
const largestShare = 0.003;
/** Pixels by which a page may be longer or shorter. */
const largestStretch = 6;

interface Raster {
  data: Buffer;
  width: number;
  height: number;
}

async function read(png: Buffer): Promise<Raster> {
  const { data, info } = await sharp(png)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/**
 * Whether two pictures of a page show the same: every rule, picture and word at its place. How a browser smooths its
 * letters does not count.
 * @returns what differs, in words; null when they show the same
 */
export async function differenceOf(kept: Buffer, now: Buffer): Promise<string | null> {
  const [before, after] = await Promise.all([read(kept), read(now)]);
  if (before.width !== after.width) return `it is ${after.width} px wide, not ${before.width}`;
  if (Math.abs(before.height - after.height) > largestStretch)
    return `it is ${after.height} px high, not ${before.height}`;
  return strayMarks(before, after, 'is missing') ?? strayMarks(after, before, 'was not there');
}

/** What stands in one picture and nowhere near in the other. */
function strayMarks(one: Raster, other: Raster, what: string): string | null {
  const height = Math.min(one.height, other.height);
  const { width } = one;
  const down = new Uint16Array(width);
  let count = 0;
  for (let y = 0; y < height; y++) {
    let across = 0;
    for (let x = 0; x < width; x++) {
      if (isNear(one, other, x, y, height)) {
        across = down[x] = 0;
        continue;
      }
      count++;
      across++;
      down[x] = (down[x] ?? 0) + 1;
      if (Math.max(across, down[x] ?? 0) >= longestRun) return `a line or plane ${what} at ${x}, ${y}`;
    }
  }
  const share = count / (width * height);
  return share > largestShare ? `${(share * 100).toFixed(2)} % of the page ${what}` : null;
}

function isNear(one: Raster, other: Raster, x: number, y: number, height: number): boolean {
  if (isAlike(one, other, x, y, x, y)) return true;
  for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
    for (let u = Math.max(0, x - reach); u <= Math.min(one.width - 1, x + reach); u++)
      if (isAlike(one, other, x, y, u, v)) return true;
  }
  return false;
}

function isAlike(one: Raster, other: Raster, x: number, y: number, u: number, v: number): boolean {
  const here = (y * one.width + x) * 3;
  const there = (v * other.width + u) * 3;
  for (let channel = 0; channel < 3; channel++) {
    const difference = (one.data[here + channel] ?? 0) - (other.data[there + channel] ?? 0);
    if (Math.abs(difference) > unlike) return false;
  }
  return true;
}
