import { setTimeout as pause } from 'node:timers/promises';
import { Writer } from '../apps/api/test/collaboration/writer.ts';
import { seeded, zipfVocabulary } from './search/zipf-corpus.ts';
import { open, withDeskPage } from './lib/desk-page.ts';
import { logSize, readBySchema } from './lib/log-size.ts';
import type { Stock } from './lib/made-blocks.ts';
import { cpuNanoseconds } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { emptyArticles, hire } from './lib/newsroom-people.ts';
import { printFigure } from './lib/print-figure.ts';
import { WritingTable, type Room } from './lib/writing-table.ts';

/**
 * The long life of one article: what the journeys recorded of real pages, done again and again at other places and in
 * other words, sent through three people's sockets.
 */
const edits = process.env['BENCH_ALL'] ? 25_000 : 250_000;
const told = edits.toLocaleString('en');
const reopened = 5;
const limit = 1000;
/** Nobody holds the document any more so long after its last writer has left, in milliseconds. */
const emptied = 1500;

/** Words and things that the demo newsroom has. */
async function stockOf(newsroom: BenchNewsroom): Promise<Stock> {
  const [media, stories] = await Promise.all([
    newsroom.query<{ id: string }>(`select id from media where kind = 'picture' order by id`),
    newsroom.query<{ id: string }>('select id from story order by id limit 20'),
  ]);
  const random = seeded(7);
  const { words, draw } = zipfVocabulary('en');
  let text = '';
  const next = (length: number) => {
    while (text.length < length) text += `${words[draw()] ?? ''} `;
    const [taken, rest] = [text.slice(0, length), text.slice(length)];
    text = rest;
    return taken;
  };
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return { mediaIds: ids(media), storyIds: ids(stories), words: next, random };
}

/** Writes all edits, and tells what they cost. */
async function write({ newsroom, articleId }: Room, table: WritingTable, pids: number[]): Promise<void> {
  const begin = pids.map(cpuNanoseconds);
  const begun = performance.now();
  await table.write(edits);
  const seconds = (performance.now() - begun) / 1000;
  const [api = 0, postgres = 0] = pids.map(
    (pid, i) => (cpuNanoseconds(pid) - (begin[i] ?? 0)) / 1000 / edits,
  );
  await readBySchema(newsroom, articleId);
  printFigure({
    name: `CPU of API and PostgreSQL for each of ${told} edits`,
    value: api + postgres,
    unit: 'µs',
    note: `API ${api.toFixed(0)}, PostgreSQL ${postgres.toFixed(0)}; ${Math.round(edits / seconds)}/s by two who write and one who suggests; ${table.kinds()}`,
  });
}

async function tellLog({ newsroom, articleId }: Room, table: WritingTable): Promise<void> {
  const { written, besides } = await logSize(newsroom, articleId);
  const { sent } = table;
  printFigure({
    name: `Log of ${told} edits before it is compacted`,
    value: sent / 1000,
    unit: 'kB',
    note: `${written} rows × ${(sent / written).toFixed(1)} bytes; ${Math.round((sent + written * besides) / 1000)} kB with what PostgreSQL keeps of each row beside it`,
  });
  // whoever leaves last has it compacted
  table.leave();
  await pause(emptied);
  const { rows, updates, snapshot } = await logSize(newsroom, articleId);
  printFigure({
    name: `Log of ${told} edits, compacted`,
    value: snapshot + updates,
    unit: 'kB',
    note: `snapshot ${snapshot.toFixed(0)} kB, ${rows} rows behind it`,
  });
}

function tellOpening(how: string, waits: readonly number[], note: string): void {
  printFigure({
    name: `Opening the article again after ${told} edits, ${how}`,
    value: Math.max(...waits),
    unit: 'ms',
    against: limit,
    note: `the slowest of ${waits.length}: ${waits.map((wait) => wait.toFixed(0)).join(', ')}; ${note}`,
  });
}

async function reopen({ newsroom, url, articleId }: Room, cookie: string): Promise<void> {
  const waits: number[] = [];
  let letters = 0;
  for (let time = 0; time < reopened; time++) {
    const begun = performance.now();
    const writer = new Writer({ url, cookie, articleId, origin: newsroom.editor });
    await writer.synced();
    waits.push(performance.now() - begun);
    letters = writer.text.length;
    writer.leave();
    await pause(emptied);
  }
  tellOpening('until the text is there', waits, `${letters} characters`);
}

async function reopenPage({ newsroom, articleId }: Room, cookie: string): Promise<void> {
  await withDeskPage(newsroom, cookie, async (page) => {
    const waits: number[] = [];
    for (let time = 0; time <= reopened; time++) {
      waits.push(await open(page, `${newsroom.editor}/stories/${articleId}/en`));
      await page.goto('about:blank');
      await pause(emptied);
    }
    // the first time fills the browser's cache
    const [first = 0, ...again] = waits;
    tellOpening('in a browser until one can write', again, `${first.toFixed(0)} ms the first time`);
  });
}

await BenchNewsroom.visit(async (newsroom) => {
  const [articleId = ''] = await emptyArticles(newsroom, await hire(newsroom), 1);
  const api = await newsroom.api();
  const room: Room = { newsroom, url: api.url, articleId };
  const table = await WritingTable.lay(room, await stockOf(newsroom));
  await write(room, table, [api.pid, await newsroom.postgresPid()]);
  await tellLog(room, table);
  await reopen(room, table.cookie);
  await reopenPage(room, table.cookie);
});
