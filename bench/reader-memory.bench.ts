import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { copyArticle } from './lib/copy-article.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { printFigure } from './lib/print-figure.ts';
import { pinned } from './lib/server-process.ts';

/** What the reader's process takes while more pages are read than its store can hold. `TEST_LONG` makes it ten minutes. */
const minutes = process.env['TEST_LONG'] ? 10 : 1;
const pages = 4000;
const perSecond = 150;
const store = 64;
const budget = 300;

const resident = (pid: number): number =>
  (Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024) / 1e6;

await BenchNewsroom.visit(async (newsroom) => {
  await copyArticle(newsroom, await newsroom.longestArticle(), pages);
  await newsroom.api();
  const reader = await newsroom.reader({ PAGE_STORE_MB: String(store) });
  const pictures = await newsroom.query<{ html: string }>('select html from published_article limit 200');
  const addresses = pictures.flatMap(({ html }) => html.match(/\/media\/[\w-]+\/\d+\.webp/g) ?? []);
  const paths = Array.from({ length: pages }, (_, i) => `/en/news/copy-${i}`).flatMap((path, i) => [
    path,
    i % 2 === 0 ? '/en/' : (addresses[i % addresses.length] ?? '/ru/'),
  ]);
  const load = fileURLToPath(new URL('./lib/steady-load.ts', import.meta.url));
  const [command, args] = pinned(1, [load, reader.url, String(perSecond), ...paths]);
  const readers = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let most = 0;
  try {
    const end = performance.now() + minutes * 60_000;
    while (performance.now() < end) {
      await delay(1000);
      most = Math.max(most, resident(reader.pid));
    }
    if (readers.exitCode !== null) throw new Error('The readers went away');
  } finally {
    readers.kill('SIGTERM');
  }
  printFigure({
    name: `Memory of the reader's process, at most, in ${minutes} min of load with a store of ${store} MB`,
    value: most,
    unit: 'MB',
    against: budget,
    note: `${pages} articles in turn with fronts and pictures, ${perSecond} requests/s; ${Math.round(resident(reader.pid))} MB at the end`,
  });
});
