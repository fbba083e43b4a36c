import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { closeCodes } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/configure-app.ts';
import { refuseInserts } from '../refuse-inserts.ts';
import { DatabaseProxy } from './database-proxy.ts';
import { makeArticle, oneParagraph, storedText } from './newsroom.ts';
import type { Writer } from './writer.ts';
import { WritingRoom } from './writing-room.ts';

/** Milliseconds that an edit waits for the database in these tests. */
const patience = 1500;

describe('a database that fails while people write', () => {
  let room: WritingRoom;
  let wire: DatabaseProxy;
  let app: NestFastifyApplication;
  let url: string;
  const article = (text: string) =>
    makeArticle(room.test, { createdById: room.aysel.id, content: oneParagraph(text) });
  const sitDown = (articleId: string): Promise<Writer> => room.sitDown(articleId, { url });

  beforeAll(async () => {
    room = await WritingRoom.open();
    wire = await DatabaseProxy.before(room.test.env.DATABASE_URL);
    app = await createApp({ ...room.test.env, DATABASE_URL: wire.url }, { storeRetryLimit: patience });
    await app.listen({ port: 0, host: '127.0.0.1' });
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    wire.restore();
    await app.close();
    wire.close();
    await room.close();
  });

  /** The API has all its connections: a new one takes more answers of the database than a slow one gives in time. */
  const connected = (): Promise<unknown> => {
    const work = Array.from({ length: room.test.env.DATABASE_POOL }, () =>
      app.get(DataSource).query('select pg_sleep(0.2)'),
    );
    return Promise.all(work);
  };

  it('F2 waits for a database that comes back in time, and shows nobody what is not stored', async () => {
    const articleId = await article('One');
    const [writer, other] = await Promise.all([sitDown(articleId), sitDown(articleId)]);
    wire.cut();
    writer.type(', two');
    await expect(writer.saved(patience / 3)).rejects.toThrow('in vain');
    expect(other.text).toBe('One');
    wire.restore();
    await writer.saved();
    await other.until(() => other.text === 'One, two');
    expect(await storedText(room.test, articleId)).toBe('One, two');
    expect(writer.closes).toEqual([]);
  });

  it('F2 stores what it was sent before the last person left, once the database is back', async () => {
    const articleId = await article('Last');
    const writer = await sitDown(articleId);
    wire.cut();
    writer.type(' words');
    await expect(writer.saved(200)).rejects.toThrow('in vain');
    await writer.goOffline();
    wire.restore();
    await expect.poll(() => storedText(room.test, articleId), { timeout: 5000 }).toBe('Last words');
    const next = await sitDown(articleId);
    expect(next.text).toBe('Last words');
  });

  it('F2 tells the client when the database stays away, and loses nothing that the client kept', async () => {
    const articleId = await article('Kept');
    const writer = await sitDown(articleId);
    wire.cut();
    writer.type(' here');
    await writer.closed(closeCodes.notStored, patience * 3);
    expect(writer.savedText).not.toContain('here');
    expect(await storedText(room.test, articleId)).toBe('Kept');
    wire.restore();
    await writer.saved();
    expect(await storedText(room.test, articleId)).toBe('Kept here');
  });

  it('F2 is no different when the database freezes instead of breaking', async () => {
    const articleId = await article('Ice');
    const writer = await sitDown(articleId);
    wire.freeze();
    writer.type(' age');
    await writer.closed(closeCodes.notStored, patience * 3);
    expect(writer.savedText).not.toContain('age');
    wire.restore();
    await writer.saved();
    expect(await storedText(room.test, articleId)).toBe('Ice age');
  });

  it.each([
    ['the disk of the database is full', '53100', 'could not extend file: No space left on device'],
    ['the database takes no writes', '25006', 'cannot execute INSERT in a read-only transaction'],
  ])('F19 keeps what is typed with the client while %s, and says so', async (_, code, message) => {
    const articleId = await article('Half');
    const [writer, other] = await Promise.all([sitDown(articleId), sitDown(articleId)]);
    const refusing = await refuseInserts(room.test, 'document_update', code, message);
    writer.type(' a word');
    await writer.closed(closeCodes.notStored, patience * 3);
    expect(writer.savedText).not.toContain('a word');
    expect(other.text).toBe('Half');
    expect(await storedText(room.test, articleId)).toBe('Half');
    await refusing.end();
    await writer.saved();
    await other.until(() => other.text === 'Half a word');
    expect(await storedText(room.test, articleId)).toBe('Half a word');
  });

  it('F19 says plainly that a step was not taken because there is no room, and takes no half of it', async () => {
    const articleId = await article('Whole or not at all');
    const refusing = await refuseInserts(room.test, 'revision', '53100', 'No space left on device');
    const answer = await room.aysel.request('POST', `/api/articles/${articleId}/revisions`, {});
    expect(answer).toMatchObject({ status: 507, body: { code: 'STORAGE_FULL' } });
    await refusing.end();
    const list = await room.aysel.request('GET', `/api/articles/${articleId}/revisions`);
    expect(list.body).toEqual({ items: [] });
  });

  it('F4 keeps every edit when storing takes longer than the server waits before it lets a document go', async () => {
    const articleId = await article('Slow');
    const writer = await sitDown(articleId);
    const limit = patience * 20;
    await connected();
    wire.delay = patience * 0.9;
    try {
      writer.type(' but');
      await writer.saved(limit);
      writer.type(' sure');
      await writer.goOffline();
      const next = room.sit(articleId, { url });
      await next.until(() => next.text === 'Slow but sure', 'the text', limit);
    } finally {
      wire.delay = 0;
    }
    expect(await storedText(room.test, articleId)).toBe('Slow but sure');
  });

  it('F4 keeps what one person had sent, though another is the last to leave', async () => {
    const articleId = await article('0');
    const [writer, other] = await Promise.all([sitDown(articleId), sitDown(articleId)]);
    await connected();
    wire.delay = patience / 3;
    try {
      for (const text of ['1', '2', '3']) writer.type(text);
      await writer.goOffline();
      await other.goOffline();
      await expect.poll(() => storedText(room.test, articleId), { timeout: 15_000 }).toBe('0123');
    } finally {
      wire.delay = 0;
    }
  });

  it('F5 refuses to open an article that cannot be read, instead of showing an empty one', async () => {
    const articleId = await article('Do not overwrite');
    const broken = `update document_update set bytes = '\\x0102030405'::bytea || bytes where article_id = $1`;
    await room.test.dataSource.query(broken, [articleId]);
    const [first, second] = [room.sit(articleId, { url }), room.sit(articleId, { url })];
    await Promise.all([first.closed(closeCodes.notStored), second.closed(closeCodes.notStored)]);
    for (const writer of [first, second]) {
      expect(writer.provider.isSynced).toBe(false);
      expect(writer.text).toBe('');
    }
    await room.test.dataSource.query(
      'update document_update set bytes = substring(bytes from 6) where article_id = $1',
      [articleId],
    );
    await Promise.all([first.synced(), second.synced()]);
    expect([first.text, second.text]).toEqual(['Do not overwrite', 'Do not overwrite']);
  });

  it('F5 refuses whoever comes while the database is away', async () => {
    const articleId = await article('Later');
    wire.cut();
    const writer = room.sit(articleId, { url });
    await writer.closed(closeCodes.notStored);
    expect(writer.text).toBe('');
    wire.restore();
    await writer.synced();
    expect(writer.text).toBe('Later');
  });
});
