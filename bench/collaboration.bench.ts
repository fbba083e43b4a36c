import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BenchNewsroom } from './lib/newsroom.ts';
import { emptyArticles, hire } from './lib/newsroom-people.ts';
import { printFigure } from './lib/print-figure.ts';
import { pinned } from './lib/server-process.ts';
import type { WritingLoad, WritingReport } from './lib/writing-load.ts';

/** Milliseconds from an edit to its acknowledgement, which the API gives only for what is stored. */
const budget = 50;
const rounds = 3;
const load = fileURLToPath(new URL('./lib/writing-load.ts', import.meta.url));

async function write(writing: WritingLoad): Promise<WritingReport> {
  const [command, args] = pinned(1, [load, JSON.stringify(writing)]);
  const { stdout } = await promisify(execFile)(command, args);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as WritingReport;
}

const middle = (waits: WritingReport[]): WritingReport => {
  const found = waits.sort((a, b) => a.p95 - b.p95)[Math.floor(waits.length / 2)];
  if (!found) throw new Error('Nothing was measured');
  return found;
};

/** Turn by turn, so that noise meets both. */
async function compare(what: string, urls: string[], writing: Omit<WritingLoad, 'url'>): Promise<void> {
  const waits: WritingReport[][] = urls.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, url] of urls.entries()) waits[index]?.push(await write({ ...writing, url }));
  const [own, yardstick] = waits.map(middle);
  if (!own || !yardstick) throw new Error('Nothing was measured');
  printFigure({
    name: `Edit to acknowledgement, p95, ${what}`,
    value: own.p95,
    unit: 'ms',
    against: budget,
    note: `p50 ${own.p50.toFixed(1)} ms; Hocuspocus without a log: p95 ${yardstick.p95.toFixed(1)} ms, p50 ${yardstick.p50.toFixed(1)} ms; ${own.edits} edits, ${own.rate.toFixed(1)} a second by each`,
  });
}

await BenchNewsroom.visit(async (newsroom) => {
  const nona = await hire(newsroom);
  const others = await Promise.all(Array.from({ length: 3 }, () => hire(newsroom)));
  const articleIds = await emptyArticles(newsroom, nona, process.env['TEST_LONG'] ? 50 : 1);
  const api = await newsroom.api();
  const bare = await newsroom.server('../../apps/api/test/collaboration/bare-writing-server.ts', {});
  const urls = [api.url, bare.url];
  const people = [nona, ...others];
  const writing = { people, origin: newsroom.editor, editsPerSecond: 5, seconds: 10 };
  await compare('4 people in one document', urls, { ...writing, articleIds: articleIds.slice(0, 1) });
  if (articleIds.length > 1) await compare('4 people in each of 50', urls, { ...writing, articleIds });
});
