import { compareCpu } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { printFigure } from './lib/print-figure.ts';

/** An article's page and the front out of the page store, beside bare node:http with the same body and headers. */
const ratioLimit = 1;
const requests = 10_000;

const taken = { 'accept-encoding': 'br' };

/** Reads the page until it is packed as it will stay. */
async function settled(url: string): Promise<{ etag: string; size: number }> {
  for (let etag = ''; ;) {
    const answer = await fetch(url, { headers: taken });
    const { length: size } = Buffer.from(await answer.arrayBuffer());
    const next = answer.headers.get('etag') ?? '';
    if (next === etag && next.endsWith('-br"')) return { etag, size };
    etag = next;
  }
}

await BenchNewsroom.visit(async (newsroom) => {
  await newsroom.api();
  const reader = await newsroom.reader();
  const measure = async (what: string, path: string, headers: Record<string, string>, size: number) => {
    const bare = await newsroom.server('bare-page-server.ts', {
      PAGE_URL: reader.url + path,
      SENT_HEADERS: JSON.stringify(headers),
    });
    const [ours, yardstick] = await compareCpu(
      [reader, bare].map(({ pid, url }) => ({ pids: [pid], load: { url: url + path, requests, headers } })),
    );
    await bare.stop();
    if (!ours || !yardstick) throw new Error('Nothing was measured');
    printFigure({
      name: `CPU per stored ${what}; bare node:http`,
      value: ours.microseconds,
      unit: 'µs',
      yardstick: yardstick.microseconds,
      ratioLimit,
      note: `${Math.round(size / 1000)} kB unpacked; ${Math.round(ours.perSecond)}/s, bare ${Math.round(yardstick.perSecond)}/s`,
    });
  };
  for (const [what, path] of [
    ['article page', `/en/news/${await newsroom.longestArticle()}`],
    ['front', '/en/'],
  ] as const) {
    const { etag, size } = await settled(reader.url + path);
    await measure(what, path, taken, size);
    await measure(`${what}, 304`, path, { ...taken, 'if-none-match': etag }, size);
  }
});
