import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveDocuments } from '../../src/collaboration/live-documents.service.ts';
import { OpenSockets } from '../../src/collaboration/open-sockets.service.ts';
import { makeArticle, oneParagraph } from './newsroom.ts';
import { WritingRoom } from './writing-room.ts';

const documents = process.env['TEST_LONG'] ? 1000 : 60;

describe('F14 opening, editing and closing many documents', () => {
  let room: WritingRoom;
  let live: LiveDocuments;
  const held = new Set<WeakRef<object>>();

  beforeAll(async () => {
    room = await WritingRoom.open();
    live = room.test.app.get(LiveDocuments);
  });
  afterAll(() => room.close());

  /** One after the other, each with a real socket. @returns bytes in use when all are closed. */
  const work = async (count: number): Promise<number> => {
    for (let number = 0; number < count; number++) {
      const content = oneParagraph('A long line of text. '.repeat(200));
      const writer = await room.sitDown(
        await makeArticle(room.test, { createdById: room.aysel.id, content }),
      );
      writer.type('Edited.');
      remember();
      await writer.saved();
      writer.leave();
    }
    await expect.poll(() => live.count, { timeout: 10_000 }).toBe(0);
    return usedMemory();
  };

  /** Of what the server holds while somebody writes; nothing else may hold it afterwards. */
  const remember = () => {
    for (const socket of room.test.app.get(OpenSockets).all()) {
      const documents = [...socket.articles.keys()].map((articleId) => live.get(articleId));
      for (const each of [socket, ...documents, ...documents.map((document) => document?.ydoc)])
        if (each) held.add(new WeakRef(each));
    }
  };
  const stillHeld = () => [...held].filter((reference) => reference.deref() !== undefined).length;

  it('leaves no document behind, and memory within 20 % of the start', { timeout: 300_000 }, async () => {
    const before = await work(30);
    const after = await work(documents);
    expect(after).toBeLessThan(before * 1.2);
    expect(held.size).toBeGreaterThan(documents * 3);
    await expect
      .poll(() => {
        usedMemory();
        return stillHeld();
      })
      .toBe(0);
  });
});

function usedMemory(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  // the bytes of a shared document are in buffers, outside the heap
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
