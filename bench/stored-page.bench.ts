import { compareCpu } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { hasNginx, NginxPage } from './lib/nginx-page.ts';
import { printFigure } from './lib/print-figure.ts';

/**
 * An article's page and the front out of the page store, beside bare node:http with the same body and headers, and
 * beside nginx, where it is installed, with these as a file.
 */
const ratioLimit = 1;
const withNginx = hasNginx();
const requests = 10_000;
/** The reader is asked for the first page when it has just started, and a bare server is new for each: both are compiled then. */
const warmUps = 4;
const rounds = 9;

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
  const measure = async (what: string, path: string, size: number, etag?: string) => {
    const asking = (tag: string | undefined) =>
      tag === undefined ? taken : { ...taken, 'if-none-match': tag };
    const headers = asking(etag);
    const bare = await newsroom.server('bare-page-server.ts', {
      PAGE_URL: reader.url + path,
      SENT_HEADERS: JSON.stringify(headers),
    });
    const nginx = withNginx ? await NginxPage.of(reader.url + path) : null;
    const contenders = [reader, bare].map(({ pid, url }) => ({
      pids: [pid],
      load: { url: url + path, requests, headers },
    }));
    if (nginx)
      contenders.push({
        pids: [nginx.pid],
        load: { url: nginx.url, requests, headers: asking(etag && nginx.etag) },
      });
    const [ours, yardstick, file] = await compareCpu(contenders, rounds, warmUps).finally(async () => {
      await bare.stop();
      await nginx?.stop();
    });
    if (!ours || !yardstick) throw new Error('Nothing was measured');
    const cost = { value: ours.microseconds, unit: 'µs' };
    const rate = (of: { perSecond: number }) => `${Math.round(of.perSecond)}/s`;
    printFigure({
      name: `CPU per stored ${what}; bare node:http`,
      ...cost,
      yardstick: yardstick.microseconds,
      ratioLimit,
      note: `${Math.round(size / 1000)} kB unpacked; ${rate(ours)}, bare ${rate(yardstick)}${nginx ? '' : '; no nginx on this machine'}`,
    });
    if (file)
      printFigure({
        name: `CPU per stored ${what}; a file of nginx`,
        ...cost,
        yardstick: file.microseconds,
        note: `nginx ${rate(file)}`,
      });
  };
  for (const [what, path] of [
    ['article page', `/en/news/${await newsroom.longestArticle()}`],
    ['front', '/en/'],
  ] as const) {
    const { etag, size } = await settled(reader.url + path);
    await measure(what, path, size);
    await measure(`${what}, 304`, path, size, etag);
  }
});
