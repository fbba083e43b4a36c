import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { Writer } from '../apps/api/test/collaboration/writer.ts';
import { editKinds, recordEdits, replay } from './lib/recorded-edits.ts';
import { cpuNanoseconds } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { emptyArticles, hire } from './lib/newsroom-people.ts';
import { printFigure } from './lib/print-figure.ts';

/**
 * The long life of one article: what a journalist does to a text, recorded from an editor's own steps, varied and sent
 * through the socket again and again.
 */
const operations = process.env['BENCH_ALL'] ? 25_000 : 250_000;
const together = 50;
const reopening = 1000;

interface LogSize {
  rows: number;
  kilobytes: number;
  snapshot: number;
}

await BenchNewsroom.visit(async (newsroom) => {
  const person = await hire(newsroom);
  const [articleId = ''] = await emptyArticles(newsroom, person, 1);
  const api = await newsroom.api();
  const postgres = await newsroom.postgresPid();
  const sit = async (ydoc = new Y.Doc()) => {
    const writer = new Writer({
      url: api.url,
      cookie: person.cookie,
      articleId,
      ydoc,
      origin: newsroom.editor,
    });
    await writer.synced();
    return writer;
  };
  const size = async (): Promise<LogSize> => {
    const [row] = await newsroom.query<{ rows: string; bytes: string; snapshot: number }>(
      `select count(u.*) as rows, coalesce(sum(octet_length(u.bytes)), 0) as bytes,
              coalesce(max(octet_length(d.snapshot)), 0) as snapshot
         from document d left join document_update u on u.article_id = d.article_id where d.article_id = $1`,
      [articleId],
    );
    return {
      rows: Number(row?.rows),
      kilobytes: Number(row?.bytes) / 1000,
      snapshot: Number(row?.snapshot) / 1000,
    };
  };

  const edits = recordEdits();
  const writer = await sit();
  let sent = 0;
  writer.ydoc.on('update', (bytes: Uint8Array) => (sent += bytes.length));
  const before = [api.pid, postgres].map(cpuNanoseconds);
  const begun = performance.now();
  const rest = replay(writer.ydoc, edits);
  for (let done = 0; done < operations; done++) {
    rest();
    if (done % together === together - 1) await writer.saved(60_000);
  }
  await writer.saved(60_000);
  const seconds = (performance.now() - begun) / 1000;
  const after = [api.pid, postgres].map(cpuNanoseconds);
  const cost = after.map((nanoseconds, i) => (nanoseconds - (before[i] ?? 0)) / 1000 / operations);
  const written = await size();
  const { length } = writer.text;
  writer.leave();
  printFigure({
    name: `CPU of API and PostgreSQL for each of ${operations} edits`,
    value: cost[0]! + cost[1]!,
    unit: 'µs',
    note: `API ${cost[0]!.toFixed(0)}, PostgreSQL ${cost[1]!.toFixed(0)}; ${Math.round(operations / seconds)}/s by one writer; kinds: ${editKinds(edits)}`,
  });
  printFigure({
    name: 'Size of the log as it was sent',
    value: sent / 1000,
    unit: 'kB',
    note: `${(sent / operations).toFixed(1)} bytes an edit; the text has ${length} characters at last`,
  });
  printFigure({
    name: 'Size of the log as it is kept, merged on the way',
    value: written.kilobytes + written.snapshot,
    unit: 'kB',
    note: `snapshot ${written.snapshot.toFixed(0)} kB, ${written.rows} rows behind it`,
  });
  const waits: number[] = [];
  for (let time = 0; time < 5; time++) {
    // nobody holds the document when its last writer has left
    await pause(1500);
    const opened = performance.now();
    const again = await sit();
    waits.push(performance.now() - opened);
    if (again.text.length !== length) throw new Error('The text is not what it was');
    again.leave();
  }
  printFigure({
    name: 'Opening the article again, until its text is there',
    value: Math.max(...waits),
    unit: 'ms',
    against: reopening,
    note: `the slowest of ${waits.length}: ${waits.map((wait) => wait.toFixed(0)).join(', ')}`,
  });
});
