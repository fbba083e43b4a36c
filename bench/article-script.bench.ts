import { gzipSync } from 'node:zlib';
import { BenchNewsroom } from './lib/newsroom.ts';
import { printFigure } from './lib/print-figure.ts';

/** All JavaScript that the page of an article brings, the inline part too, as the site serves it. */
const budget = 8;

await BenchNewsroom.visit(async (newsroom) => {
  await newsroom.api();
  const reader = await newsroom.reader();
  const page = await (await fetch(`${reader.url}/en/news/${await newsroom.longestArticle()}`)).text();
  const scripts = [...page.matchAll(/<script(?<attributes>[^>]*)>(?<text>[^]*?)<\/script>/g)]
    .map(({ groups }) => ({ attributes: groups?.['attributes'] ?? '', text: groups?.['text'] ?? '' }))
    .filter(({ attributes }) => !attributes.includes('application/ld+json'));
  const modules = [...page.matchAll(/<link[^>]+modulepreload[^>]+href="([^"]+)"/g)].map(([, href]) => href);
  const sources = scripts.map(({ attributes }) => /src="([^"]+)"/.exec(attributes)?.[1]);
  const addresses = new Set([...sources, ...modules].filter((address) => address !== undefined));
  const files = await Promise.all(
    [...addresses].map(async (address) => (await fetch(new URL(address, reader.url))).text()),
  );
  const inline = scripts.map(({ text }) => text).filter((text) => text !== '');
  const weights = [...files, ...inline].map((text) => gzipSync(text, { level: 9 }).length);
  printFigure({
    name: 'JavaScript of an article page, gzipped',
    value: weights.reduce((sum, weight) => sum + weight, 0) / 1000,
    unit: 'kB',
    against: budget,
    note: `${files.length} file, ${inline.length} inline, ${Math.round(gzipSync(page).length / 1000)} kB of HTML beside it`,
  });
});
