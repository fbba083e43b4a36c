import { compareCpu } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { printFigure } from './lib/print-figure.ts';

/** An article's page out of the page store, beside bare node:http with the same body and headers. */
const ratioLimit = 1.1;
const requests = 10_000;

await BenchNewsroom.visit(async (newsroom) => {
  await newsroom.api();
  const reader = await newsroom.reader();
  const path = `/en/news/${await newsroom.longestArticle()}`;
  const taken = { 'accept-encoding': 'br' };
  const first = await fetch(reader.url + path, { headers: taken });
  const page = Buffer.from(await first.arrayBuffer());
  const known = { ...taken, 'if-none-match': first.headers.get('etag') ?? '' };
  for (const [what, headers] of [
    ['page', taken],
    ['304', known],
  ] as const) {
    const bare = await newsroom.server('bare-page-server.ts', {
      PAGE_URL: reader.url + path,
      SENT_HEADERS: JSON.stringify(headers),
    });
    const [ours, yardstick] = await compareCpu(
      [reader, bare].map(({ pid, url }) => ({ pids: [pid], load: { url: url + path, requests, headers } })),
    );
    if (!ours || !yardstick) throw new Error('Nothing was measured');
    const size = what === 'page' ? `${Math.round(page.length / 1000)} kB unpacked; ` : '';
    printFigure({
      name: `CPU per stored ${what === 'page' ? 'article page' : 'article page, 304'}; bare node:http`,
      value: ours.microseconds,
      unit: 'µs',
      yardstick: yardstick.microseconds,
      ratioLimit,
      note: `${size}${Math.round(ours.perSecond)}/s, bare ${Math.round(yardstick.perSecond)}/s`,
    });
  }
});
