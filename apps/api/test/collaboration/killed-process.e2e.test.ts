import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../factories/make-person.ts';
import { ApiProcess } from './api-process.ts';
import { DatabaseProxy } from './database-proxy.ts';
import { makeArticle, oneParagraph, storedText } from './newsroom.ts';
import type { Writer, WriterOptions } from './writer.ts';
import { WritingRoom } from './writing-room.ts';

const isLong = Boolean(process.env['TEST_LONG']);
const kills = isLong ? 25 : 2;
/** A wire that is cut says so at once; one that freezes must be waited for, which is the harder of the two. */
const faults = isLong ? (['cut', 'freeze'] as const) : (['freeze'] as const);
const writersAtOnce = 3;

describe('a process of the API that ends in the middle of writing', () => {
  let room: WritingRoom;
  let wire: DatabaseProxy;
  const running = new Set<ApiProcess>();
  const article = (text: string) =>
    makeArticle(room.test, { createdById: room.aysel.id, content: oneParagraph(text) });

  const start = async (port?: number, databaseUrl = room.test.env.DATABASE_URL): Promise<ApiProcess> => {
    const started = await ApiProcess.start({ ...room.test.env, DATABASE_URL: databaseUrl }, port);
    running.add(started);
    return started;
  };
  const at = (api: ApiProcess, person: TestPerson = room.aysel): Partial<WriterOptions> => ({
    url: api.url,
    cookie: person.cookie.replace('-3001=', `-${api.port}=`),
  });

  beforeAll(async () => {
    room = await WritingRoom.open();
    wire = await DatabaseProxy.before(room.test.env.DATABASE_URL);
  });
  afterAll(async () => {
    wire.close();
    for (const api of running) await api.stop('SIGKILL');
    await room.close();
  });

  it(`F1 has every character that "Saved" covered, after ${kills} kills`, { timeout: 600_000 }, async () => {
    let api = await start();
    for (let round = 0; round < kills; round++) {
      const ids = await Promise.all(Array.from({ length: writersAtOnce }, () => article('0')));
      const current = api;
      const writers = await Promise.all(ids.map((id) => room.sitDown(id, at(current))));
      if (round % 2) await comeBackUntilKilled(api, writers);
      else await typeUntilKilled(api, writers);
      running.delete(api);
      for (const writer of writers) writer.leave();
      api = await start(api.port);
      expect(writers.some((writer) => writer.savedText !== '')).toBe(true);
      for (const [index, writer] of writers.entries()) {
        const stored = await storedText(room.test, ids[index]!);
        expect(stored.slice(0, writer.savedText.length)).toBe(writer.savedText);
        const reader = await room.sitDown(ids[index]!, at(api));
        expect(reader.text).toBe(stored);
        reader.leave();
      }
    }
  });

  it(
    'F3 ends within 30 s of SIGTERM with the database down, and loses nothing acknowledged',
    { timeout: 90_000 },
    async () => {
      for (const fault of faults) {
        wire.restore();
        const api = await start(undefined, wire.url);
        const articleId = await article('Acknowledged');
        const writer = await room.sitDown(articleId, at(api));
        writer.type(', surely');
        await writer.saved();
        wire[fault]();
        writer.type(', perhaps');
        const took = await api.stop('SIGTERM');
        running.delete(api);
        expect(took).toBeLessThan(30_000);
        expect(writer.savedText).toBe('Acknowledged, surely');
        expect(await storedText(room.test, articleId)).toBe('Acknowledged, surely');
        wire.restore();
        await start(api.port, wire.url);
        await writer.saved(20_000);
        expect(await storedText(room.test, articleId)).toBe('Acknowledged, surely, perhaps');
      }
    },
  );

  it('sends clients away on SIGTERM with everything stored that they had sent', async () => {
    const api = await start();
    const articleId = await article('Going');
    const writer = await room.sitDown(articleId, at(api));
    writer.type(' gone');
    await writer.saved();
    expect(await api.stop('SIGTERM')).toBeLessThan(8000);
    running.delete(api);
    await writer.closed(1001);
    expect(await storedText(room.test, articleId)).toBe('Going gone');
  });

  it('F13 lets people go on at another process when theirs is killed', { timeout: 60_000 }, async () => {
    const [one, two] = await Promise.all([start(), start()]);
    const articleId = await article('Two');
    const [here, there] = await Promise.all([
      room.sitDown(articleId, at(one)),
      room.sitDown(articleId, at(two)),
    ]);
    here.type(' houses');
    await there.until(() => there.text === 'Two houses', 'the edit', 1000);
    here.type(' burn');
    await here.saved();
    await one.stop('SIGKILL');
    running.delete(one);
    await there.until(() => there.text === 'Two houses burn', 'the edit', 1000);
    here.type('ed');
    here.leave();
    const moved = await room.sitDown(articleId, { ...at(two), ydoc: here.ydoc });
    await there.until(() => there.text === 'Two houses burned', 'the edit', 1000);
    there.type('.');
    await moved.until(() => moved.text === 'Two houses burned.', 'the edit', 1000);
  });
});

/** All write offline and come back; the process is killed at the first "Saved", where the provider's own zero is false. */
async function comeBackUntilKilled(api: ApiProcess, writers: Writer[]): Promise<void> {
  await Promise.all(writers.map((writer) => writer.saved()));
  await Promise.all(writers.map((writer) => writer.goOffline()));
  for (const writer of writers) for (let number = 0; number < 200; number++) writer.type(`<${number}>`);
  const before = writers.map((writer) => writer.savedText);
  const first = writers.map((writer, index) => writer.until(() => writer.savedText !== before[index]));
  for (const writer of writers) void writer.comeBack().catch(() => undefined);
  await Promise.any(first);
  await api.stop('SIGKILL');
}

/** Types at a quick pace until a random edit after the first "Saved", and kills the process right then. */
async function typeUntilKilled(api: ApiProcess, writers: Writer[]): Promise<void> {
  const before = writers.map((writer) => writer.savedText);
  const moment = 1 + Math.floor(Math.random() * 40);
  const until = Date.now() + 20_000;
  for (let typed = 0, counted = 0; counted < moment && Date.now() < until; typed++) {
    for (const writer of writers) writer.type(` ${typed}`);
    if (writers.every((writer, index) => writer.savedText !== before[index])) counted += 1;
    await pause(10 + Math.random() * 70);
  }
  await api.stop('SIGKILL');
}
