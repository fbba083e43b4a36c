import { readFile } from 'node:fs/promises';
import sharp, { type ResizeOptions, type Sharp } from 'sharp';
import { embeddedWords } from './embedded-words.ts';
import type { PictureAnswer, PictureTask } from './picture-tasks.ts';

// one thread for each picture: a newsroom server has other work to do
sharp.concurrency(1);
sharp.cache(false);

/** An SVG with more text than this is no drawing for a page. */
const svgMaxBytes = 5 * 1024 * 1024;
const svgWidth = 2000;

/** AVIF is made with little effort: a third less bytes than WebP even so. */
const encoders = {
  avif: (picture: Sharp) => picture.avif({ quality: 50, effort: 2, chromaSubsampling: '4:2:0' }),
  webp: (picture: Sharp) => picture.webp({ quality: 78, effort: 4 }),
  jpg: (picture: Sharp) => picture.flatten({ background: 'white' }).jpeg({ quality: 80, progressive: true }),
};

/** Decodes the whole picture once, so that what is kept can be shown. */
async function inspect(path: string, limitInputPixels: number): Promise<PictureAnswer> {
  const picture = sharp(path, { limitInputPixels, failOn: 'error' });
  const { autoOrient, delay, exif, hasAlpha, iptc, xmp } = await picture.metadata();
  if (autoOrient.width * autoOrient.height > limitInputPixels) throw new Error('Beyond the pixel limit');
  const small = picture.resize(32, 32, { fit: 'fill' }).toColourspace('srgb').removeAlpha();
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  return {
    width: autoOrient.width,
    height: autoOrient.height,
    tint: hasAlpha ? null : meanColour(data, info.channels),
    words: embeddedWords({ exif, iptc, xmp }),
    duration: secondsOf(delay ?? []),
  };
}

/** How long it moves, of its pictures' milliseconds; browsers take hardly any for a tenth of a second. */
function secondsOf(delays: readonly number[]): number | null {
  if (delays.length < 2) return null;
  const sum = delays.reduce((before, delay) => before + (delay < 20 ? 100 : delay), 0);
  return Math.max(1, Math.round(sum / 1000));
}

function meanColour(pixels: Buffer, channels: number): string {
  const mean = (channel: number) => {
    let sum = 0;
    for (let at = channel; at < pixels.length; at += channels) sum += pixels[at] ?? 0;
    return Math.round((sum * channels) / pixels.length);
  };
  const parts = [0, 1, 2].map((channel) => mean(Math.min(channel, channels - 1)));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** A drawing as pixels. It is read from memory, so that it has no folder from which to name other files. */
async function rasterise(path: string, to: string, limitInputPixels: number): Promise<PictureAnswer> {
  const drawing = await readFile(path);
  if (drawing.length > svgMaxBytes) throw new Error('Beyond the pixel limit');
  const { width = 0, height = 0 } = await sharp(drawing, { limitInputPixels }).metadata();
  const density = Math.min(Math.max((72 * svgWidth) / Math.max(width, height, 1), 1), 2400);
  const made = await sharp(drawing, { limitInputPixels, density })
    .resize({ width: svgWidth, height: svgWidth, fit: 'inside', withoutEnlargement: true })
    .png()
    .toFile(to);
  return { width: made.width, height: made.height, tint: null, words: embeddedWords({}), duration: null };
}

/** Colours become sRGB and nothing of the original's own words is kept but whose it is. */
async function cut(task: Extract<PictureTask, { do: 'cut' }>): Promise<PictureAnswer> {
  const words = rightsPacket(task.rights);
  const size: ResizeOptions =
    task.height === null ? { width: task.width } : { width: task.width, height: task.height, fit: 'fill' };
  const picture = sharp(task.path, { limitInputPixels: task.limitInputPixels })
    .autoOrient()
    .extract(task.part)
    .resize(size)
    .toColourspace('srgb');
  const named = words ? picture.withXmp(words) : picture;
  const { width, height } = await encoders[task.format](named).toFile(task.to);
  return { width, height, tint: null, words: null, duration: null };
}

/** An XMP packet, because EXIF holds no letters but those of English; null where nobody is named. */
function rightsPacket({ creator, copyright }: { creator: string; copyright: string }): string | null {
  if (!creator && !copyright) return null;
  const list = (name: string, kind: string, text: string) =>
    text &&
    `<${name}><rdf:${kind}><rdf:li${kind === 'Alt' ? ' xml:lang="x-default"' : ''}>${escaped(text)}</rdf:li></rdf:${kind}></${name}>`;
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `${list('dc:creator', 'Seq', creator)}${list('dc:rights', 'Alt', copyright)}` +
    '</rdf:Description></rdf:RDF></x:xmpmeta>'
  );
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

async function run(task: PictureTask): Promise<PictureAnswer> {
  if (task.do === 'inspect') return inspect(task.path, task.limitInputPixels);
  return task.do === 'cut' ? cut(task) : rasterise(task.path, task.to, task.limitInputPixels);
}

process.on('message', (task: PictureTask) => {
  run(task).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) =>
      process.send?.({
        error: error instanceof Error ? error.message : String(error),
        code: (error as NodeJS.ErrnoException | null)?.code,
      }),
  );
});
// whoever asked is gone
process.on('disconnect', () => process.exit(0));
