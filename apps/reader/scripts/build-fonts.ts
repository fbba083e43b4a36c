/**
 * Cuts the serif into one file per script. The same sources give the same bytes, so a build can be repeated.
 * Weight 400–700 and optical size 14–60 are kept; the files are named anew (the reserved font name is not used).
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const out = path.join(import.meta.dirname, '../src/styles/fonts');
const serif = '@fontsource-variable/source-serif-4';
const armenian = '@fontsource-variable/noto-serif-armenian';

/** Characters from first to last, both included. */
const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

const ascii = range(0x20, 0x7e);
const quotesAndDashes = range(0x2013, 0x2026);

const cuts = [
  {
    name: 'ledger-latin',
    source: `${serif}/files/source-serif-4-latin-opsz-normal.woff2`,
    // ı (U+0131) is in the package's Latin slice, not in Latin-ext
    text: ascii + range(0xa0, 0xff) + 'ı\u2009' + quotesAndDashes + '€−',
    axes: { wght: { min: 400, max: 700 }, opsz: { min: 14, max: 60 } },
  },
  {
    name: 'ledger-az',
    source: `${serif}/files/source-serif-4-latin-ext-opsz-normal.woff2`,
    text: 'ĞğİŞşƏə₺',
    axes: { wght: { min: 400, max: 700 }, opsz: { min: 14, max: 60 } },
  },
  {
    name: 'ledger-core',
    source: `${serif}/files/source-serif-4-latin-opsz-normal.woff2`,
    text: ascii + '\u00a0«·»×' + quotesAndDashes + '−',
    axes: { wght: { min: 400, max: 700 }, opsz: { min: 14, max: 60 } },
  },
  {
    name: 'ledger-cyrillic',
    source: `${serif}/files/source-serif-4-cyrillic-opsz-normal.woff2`,
    // the Russian alphabet; rarer letters of other languages fall back
    text: 'Ёё' + range(0x0410, 0x044f) + '№',
    axes: { wght: { min: 400, max: 700 }, opsz: { min: 14, max: 60 } },
  },
  {
    name: 'ledger-armenian',
    source: `${armenian}/files/noto-serif-armenian-armenian-wght-normal.woff2`,
    text: range(0x0531, 0x0556) + range(0x0559, 0x058a) + '֏' + range(0xfb13, 0xfb17),
    axes: { wght: { min: 400, max: 700 } },
  },
] as const;

const script = await readFile(import.meta.filename);
const sources = await Promise.all(cuts.map((cut) => readFile(require.resolve(cut.source))));
const stamp = createHash('sha256');
for (const part of [script, ...sources]) stamp.update(part);
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
  await writeFile(stampFile, digest);
}
