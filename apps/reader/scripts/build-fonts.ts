/**
 * Cuts the serif into one file per language's letters, and writes the sheet of its fallbacks. The same sources give the
 * same bytes, so a build can be repeated. Weight 400–700 and optical size 14–60 are kept upright.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { fallbackSheet } from './fallback-fonts.ts';

const require = createRequire(import.meta.url);
const out = path.join(import.meta.dirname, '../src/styles/fonts');
const upright = path.join(import.meta.dirname, '../fonts/SourceSerif4Variable-Roman.ttf.woff2');
const italic = path.join(import.meta.dirname, '../fonts/SourceSerif4Variable-Italic.ttf.woff2');
const armenian =
  require.resolve('@fontsource-variable/noto-serif-armenian/files/noto-serif-armenian-armenian-wght-normal.woff2');

/** Characters from first to last, both included. */
const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

const ascii = range(0x20, 0x7e);
const quotesAndDashes = range(0x2013, 0x2026);
/** English and Azerbaijani in one file, so that ə ş ğ kern with their neighbours. */
const latin = ascii + range(0xa0, 0xff) + 'ĞğİıŞşƏə₺\u2009€−' + quotesAndDashes;
const core = ascii + '\u00a0«·»×−' + quotesAndDashes;
/** The Russian alphabet; rarer letters of other languages fall back. */
const cyrillic = core + 'Ёё№' + range(0x0410, 0x044f);

const axes = { wght: { min: 400, max: 700 }, opsz: { min: 14, max: 60 } };
/** Italic stands in running text: one weight, at the size of the text. */
const inText = { wght: 400, opsz: 20 };

const cuts = [
  { name: 'ledger-latin', source: upright, text: latin, axes },
  { name: 'ledger-latin-italic', source: italic, text: latin, axes: inText },
  { name: 'ledger-cyrillic', source: upright, text: cyrillic, axes },
  { name: 'ledger-cyrillic-italic', source: italic, text: cyrillic, axes: inText },
  { name: 'ledger-core', source: upright, text: core, axes },
  {
    name: 'ledger-armenian',
    source: armenian,
    text: range(0x0531, 0x0556) + range(0x0559, 0x058a) + '֏' + range(0xfb13, 0xfb17),
    axes: { wght: axes.wght },
  },
] as const;

const script = await readFile(import.meta.filename);
const sources = await Promise.all(cuts.map((cut) => readFile(cut.source)));
const stamp = createHash('sha256');
for (const part of [script, fallbackSheet, ...sources]) stamp.update(part);
const digest = stamp.digest('hex');
const stampFile = path.join(out, 'stamp');

if ((await readFile(stampFile, 'utf8').catch(() => '')) !== digest) {
  await mkdir(out, { recursive: true });
  for (const [i, cut] of cuts.entries()) {
    const font = await subsetFont(sources[i] as Buffer, cut.text, {
      targetFormat: 'woff2',
      variationAxes: cut.axes,
      keepFeatures: ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk'],
      // small capitals and old-style figures would come along, 10 kB that no page uses
      noLayoutClosure: true,
    });
    await writeFile(path.join(out, `${cut.name}.woff2`), font);
    console.log(`${cut.name}.woff2 ${(font.length / 1024).toFixed(1)} kB`);
  }
  await writeFile(path.join(out, 'fallback.css'), fallbackSheet);
  await writeFile(stampFile, digest);
}
