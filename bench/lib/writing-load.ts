import { setTimeout as pause } from 'node:timers/promises';
import { writeSeed } from '../../packages/document/src/index.ts';
import type { Writer } from '../../apps/api/test/collaboration/writer.ts';
import { Colleague } from './colleague.ts';
import { longArticle } from './long-article.ts';
import type { BenchPerson } from './newsroom-people.ts';
import { percentile } from './print-figure.ts';
import { QuietWriter } from './quiet-writer.ts';

/**
 * What `node writing-load.ts '{…}'` is told: who writes where. It says `ready` once everybody is there and has made an
 * edit that was acknowledged, and how it went at the end: when the time is over, or by SIGTERM.
 */
export interface WritingLoad {
  url: string;
  /** All of them write in each article, side by side. */
  people: BenchPerson[];
  articleIds: string[];
  /** Where the writers' pages came from. */
  origin: string;
  editsPerSecond: number;
  /** Without end if not given. */
  seconds?: number;
}

/** How it went since all were ready. */
export interface WritingReport {
  /** Milliseconds from an edit to its acknowledgement. */
  p50: number;
  p95: number;
  edits: number;
  /** Edits of one person in a second. */
  rate: number;
}

/** The length of an article that has no text yet. */
const length = { words: 600, pictures: 0 };
const patience = 60_000;

/** Sits everybody down at one article; who is first writes a text if there is none. */
async function sitDown(load: WritingLoad, articleId: string, seed: number): Promise<Colleague[]> {
  const { url, origin, people, editsPerSecond } = load;
  const colleagues: Colleague[] = [];
  for (const [index, person] of people.entries()) {
    const writer = new QuietWriter({ url, cookie: person.cookie, articleId, origin });
    await writer.until(() => writer.provider.isSynced, 'the first sync', patience);
    if (writer.ydoc.getXmlFragment('body').length === 0) writeSeed(writer.ydoc, longArticle(length, ['']));
    await acknowledged(writer);
    colleagues.push(new Colleague(writer, person, editsPerSecond, seed + index));
  }
  return colleagues;
}

const acknowledged = (writer: Writer) =>
  writer.until(() => writer.provider.unsyncedChanges === 0, 'the acknowledgement', patience);

/** Until the time is over or somebody ends it. */
async function time({ seconds }: WritingLoad): Promise<void> {
  const ended = new Promise<void>((resolve) => process.once('SIGTERM', resolve));
  await (seconds === undefined ? ended : Promise.race([ended, pause(seconds * 1000)]));
}

async function write(load: WritingLoad): Promise<WritingReport> {
  const tables = load.articleIds.map((id, index) => sitDown(load, id, index * load.people.length));
  const colleagues = (await Promise.all(tables)).flat();
  for (const colleague of colleagues) colleague.key();
  await Promise.all(colleagues.map(({ writer }) => acknowledged(writer)));
  process.stdout.write('ready\n');
  const begun = performance.now();
  for (const colleague of colleagues) {
    colleague.waits.length = 0;
    colleague.begin();
  }
  await time(load);
  const seconds = (performance.now() - begun) / 1000;
  const closes = colleagues.flatMap(({ writer }) => writer.closes);
  if (closes.length > 0) throw new Error(`The server closed sockets: ${closes.join(', ')}`);
  const waits = colleagues.flatMap((colleague) => colleague.waits);
  for (const colleague of colleagues) colleague.leave();
  const rate = waits.length / seconds / colleagues.length;
  return { p50: percentile(waits, 50), p95: percentile(waits, 95), edits: waits.length, rate };
}

const report = await write(JSON.parse(process.argv[2] ?? '{}') as WritingLoad);
process.stdout.write(`${JSON.stringify(report)}\n`);
