import { randomUUID } from 'node:crypto';
import { readEvents } from '../apps/reader/src/lib/server/read-events.ts';
import { get, type IncomingMessage } from 'node:http';
import { browserEncodings, compareCpu, cpuNanoseconds, median } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { printFigure } from './lib/print-figure.ts';

/**
 * The front when it is not in the page store: reader, API and PostgreSQL together, beside SvelteKit making the same page
 * from memory. Each round announces a change of all fronts and then reads them; what the announcement alone costs is
 * measured as well, and taken off.
 */
const languages = ['az', 'ru', 'en', 'hy'];
const changes = 40;
const rounds = 5;
const ratioLimit = 6;

/** Follows the change feed as readers do. @returns how to announce a change and wait until it was told. */
async function announcer(newsroom: BenchNewsroom, api: string) {
  let told = Promise.withResolvers<void>();
  const feed = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${api}/api/changes`, resolve).once('error', reject);
  });
  readEvents(feed, ({ event }) => {
    if (event !== 'hello') told.resolve();
  });
  const keys = languages.map((language) => `list:${language}:home`);
  return {
    announce: async () => {
      told = Promise.withResolvers();
      await newsroom.query(`insert into outbox (id, keys) values ($1, $2)`, [randomUUID(), keys]);
      await newsroom.query(`select pg_notify('broadsheet_outbox', '')`);
      await told.promise;
    },
    end: () => feed.destroy(),
  };
}

await BenchNewsroom.visit(async (newsroom) => {
  const [api, postgres] = [await newsroom.api(), await newsroom.postgresPid()];
  const reader = await newsroom.reader();
  const memory = await newsroom.server('memory-page-server.ts', { API_URL: api.url });
  const headers = { 'accept-encoding': browserEncodings };
  const read = async () => {
    for (const language of languages)
      await (await fetch(`${reader.url}/${language}/`, { headers })).arrayBuffer();
  };
  await read();
  const feed = await announcer(newsroom, api.url);
  const cost = async (work: () => Promise<void>) => {
    const spent = () => [reader.pid, api.pid, postgres].reduce((sum, pid) => sum + cpuNanoseconds(pid), 0);
    const before = spent();
    for (let change = 0; change < changes; change++) await work();
    return (spent() - before) / 1000 / changes / languages.length;
  };
  const both = async () => {
    await feed.announce();
    await read();
  };
  await cost(both);
  const [whole, announcement]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    announcement.push(await cost(feed.announce));
    whole.push(await cost(both));
  }
  feed.end();
  const [render] = await compareCpu([
    { pids: [memory.pid], load: { url: `${memory.url}/en/`, requests: 200, headers } },
  ]);
  if (!render) throw new Error('Nothing was measured');
  printFigure({
    name: 'CPU per front not in the store, API and PostgreSQL included; SvelteKit from memory',
    value: median(whole) - median(announcement),
    unit: 'µs',
    yardstick: render.microseconds,
    ratioLimit,
    note: `the announcement alone ${Math.round(median(announcement))} µs a page, taken off`,
  });
});
