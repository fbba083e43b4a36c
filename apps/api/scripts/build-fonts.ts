/**
 * Cuts the site's serif into one plain font per script, for drawing: one weight, no tables but outlines and kerning.
 * The same sources give the same bytes. Run it by hand when the cuts change: `node apps/api/scripts/build-fonts.ts`.
 * The files are named anew, because the licence reserves the name of the original (fonts/LICENSE.txt).
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const out = path.join(import.meta.dirname, '../fonts');
const serif = '@fontsource-variable/source-serif-4';
const armenian = '@fontsource-variable/noto-serif-armenian';

/** Characters from first to last, both included. */
const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

const large = { wght: 640, opsz: 60 };
const cuts = [
  {
    name: 'latin',
    source: `${serif}/files/source-serif-4-latin-opsz-normal.woff2`,
    text: `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ı${range(0x2010, 0x2026)}€−`,
    axes: large,
  },
  {
    name: 'latin-more',
    source: `${serif}/files/source-serif-4-latin-ext-opsz-normal.woff2`,
    text: `${range(0x0100, 0x017f)}Əə₺₼`,
    axes: large,
  },
  {
    name: 'cyrillic',
    source: `${serif}/files/source-serif-4-cyrillic-opsz-normal.woff2`,
    text: `${range(0x0400, 0x045f)}№`,
    axes: large,
  },
  {
    name: 'armenian',
    source: `${armenian}/files/noto-serif-armenian-armenian-wght-normal.woff2`,
    text: `${range(0x0531, 0x0556)}${range(0x0559, 0x058a)}֏${range(0xfb13, 0xfb17)}`,
    axes: { wght: 620 },
  },
];

await mkdir(out, { recursive: true });
for (const { name, source, text, axes } of cuts) {
  const font = await subsetFont(await readFile(require.resolve(source)), text, {
    targetFormat: 'truetype',
    variationAxes: axes,
    keepFeatures: ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk'],
    noLayoutClosure: true,
  });
  await writeFile(path.join(out, `${name}.ttf`), font);
  console.log(`${name}.ttf ${(font.length / 1024).toFixed(1)} kB`);
}
await copyFile(require.resolve(`${serif}/LICENSE`), path.join(out, 'LICENSE.txt'));
