import { setTimeout as pause } from 'node:timers/promises';
import { Writer } from './writer.ts';

/** What `node writing-load.ts '{…}'` is told: who writes where, and for how long. */
export interface WritingLoad {
  url: string;
  /** The Cookie header of each person; all of them write in each article. */
  cookies: string[];
  articleIds: string[];
  /** Where the writers' pages came from, if not from the tests' own editor. */
  origin?: string;
  editsPerSecond: number;
  seconds: number;
}

/** Milliseconds from an edit to its acknowledgement. */
export interface Waits {
  p50: number;
  p95: number;
  edits: number;
}

/** People type one character at a time; each wait is from the edit to the provider's count being back at zero. */
async function write(load: WritingLoad): Promise<Waits> {
  const { url, origin } = load;
  const writers = load.articleIds.flatMap((articleId) =>
    load.cookies.map((cookie) => new Writer({ url, cookie, articleId, ...(origin ? { origin } : {}) })),
  );
  await Promise.all(writers.map((writer) => writer.synced()));
  const waits: number[] = [];
  const until = performance.now() + load.seconds * 1000;
  await Promise.all(
    writers.map(async (writer) => {
      while (performance.now() < until) {
        await pause((Math.random() * 2000) / load.editsPerSecond);
        const begun = performance.now();
        writer.ydoc.getText('load').insert(0, 'x');
        await writer.until(() => writer.provider.unsyncedChanges === 0, 'the acknowledgement', 30_000);
        waits.push(performance.now() - begun);
      }
    }),
  );
  for (const writer of writers) writer.leave();
  const sorted = waits.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), edits: sorted.length };
}

const waits = await write(JSON.parse(process.argv[2] ?? '{}') as WritingLoad);
process.stdout.write(JSON.stringify(waits));
