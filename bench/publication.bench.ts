import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { editorOrigin } from '../apps/api/test/collaboration/writer.ts';
import { Desk, type Published, type Waits } from './lib/desk.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { percentile, printFigure } from './lib/print-figure.ts';
import { pinned } from './lib/server-process.ts';

/**
 * From the command to publish until the site serves the new headline, on the article's page and on the front, while
 * readers go on reading.
 */
const stories = 8;
const timesEach = 25;
/** Requests each second for the fronts and the newest articles. */
const readersRate = 200;
/** Milliseconds that 99 of 100 publications may take. */
const budget = 1000;

async function measure(newsroom: BenchNewsroom): Promise<void> {
  const [api, reader] = [await newsroom.api(), await newsroom.reader()];
  const desk = new Desk(api.url, reader.url, await newsroom.signIn());
  const newest = await newsroom.query<Published>(
    `select article_id as id, slug from published_article where language = 'en' order by published_at desc limit $1`,
    [stories],
  );
  const paths = ['az', 'ru', 'en', 'hy'].map((language) => `/${language}/`);
  paths.push(...newest.map(({ slug }) => `/en/news/${slug}`));
  const load = fileURLToPath(new URL('./lib/steady-load.ts', import.meta.url));
  const [command, args] = pinned(1, [load, reader.url, String(readersRate), ...paths]);
  const readers = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    tell(await publishAll(desk, newest));
    if (readers.exitCode !== null) throw new Error('The readers went away');
  } finally {
    readers.kill('SIGTERM');
  }
}

async function publishAll(desk: Desk, articles: readonly Published[]): Promise<Waits[]> {
  const waits: Waits[] = [];
  for (const article of articles) {
    const writer = await desk.write(article);
    for (let time = 0; time < timesEach; time++)
      waits.push(
        await desk.publish(article, writer, `Publication ${waits.length} of ${stories * timesEach}`),
      );
    writer.leave();
  }
  return waits;
}

function tell(waits: readonly Waits[]): void {
  const told = (of: keyof Waits) => {
    const values = waits.map((each) => each[of]);
    return [50, 95, 99].map((percent) => Math.round(percentile(values, percent)));
  };
  const [half = 0, most = 0] = told('command');
  for (const [what, where] of [
    ['page', 'on its own page'],
    ['front', 'on the front'],
  ] as const) {
    const [p50 = 0, p95 = 0, p99 = 0] = told(what);
    printFigure({
      name: `From the command to publish to the site, ${where}, p99`,
      value: p99,
      unit: 'ms',
      against: budget,
      note: `p50 ${p50}, p95 ${p95}; the command's answer p50 ${half}, p95 ${most}; ${waits.length} publications, ${readersRate} requests/s beside them`,
    });
  }
}

await BenchNewsroom.visit(measure, { EDITOR_URL: editorOrigin });
