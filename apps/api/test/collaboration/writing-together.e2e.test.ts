import { readDocument, readTexts, replaceContent } from '@broadsheet/document';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Documents } from '../../src/collaboration/documents.service.ts';
import { makePerson } from '../factories/make-person.ts';
import { makeArticle, oneParagraph, storedText } from './newsroom.ts';
import { lineOf } from './writer.ts';
import { WritingRoom } from './writing-room.ts';

describe('writing together', () => {
  let room: WritingRoom;
  const article = (text: string) =>
    makeArticle(room.test, { createdById: room.aysel.id, content: oneParagraph(text) });

  beforeAll(async () => {
    room = await WritingRoom.open({ logPoll: 300, projectionDelay: 200 });
  });
  afterAll(() => room.close());

  it('shows one person what the other types, and stores it before it is called saved', async () => {
    const articleId = await article('The bridge');
    const [first, second] = await Promise.all([room.sitDown(articleId), room.sitDown(articleId)]);
    expect(first.text).toBe('The bridge');
    first.type(' is open');
    await first.saved();
    expect(await storedText(room.test, articleId)).toBe('The bridge is open');
    await second.until(() => second.text === 'The bridge is open');
  });

  it('F6 gives a new article its first text once, though two people open it at the same moment', async () => {
    const articleId = await article('Only once.');
    const other = await room.test.sibling();
    const writers = await Promise.all([
      room.sitDown(articleId),
      room.sitDown(articleId),
      room.sitDown(articleId, { url: other.url }),
      room.sitDown(articleId, { url: other.url }),
    ]);
    await Promise.all(writers.map((writer) => writer.saved()));
    expect(writers.map((writer) => writer.text)).toEqual(Array(4).fill('Only once.'));
    expect(await storedText(room.test, articleId)).toBe('Only once.');
    for (const writer of writers) writer.leave();
    await other.close();
  });

  it('F8 keeps both texts when two people wrote offline', async () => {
    const articleId = await article('Rain.');
    const [first, second] = await Promise.all([room.sitDown(articleId), room.sitDown(articleId)]);
    await Promise.all([first.goOffline(), second.goOffline()]);
    first.type(' From the south.');
    second.type(' From the north.');
    await Promise.all([first.comeBack(), second.comeBack()]);
    await first.until(() => first.text.includes('north'));
    await Promise.all([first.saved(), second.saved()]);
    const stored = await storedText(room.test, articleId);
    expect(stored).toContain('From the south.');
    expect(stored).toContain('From the north.');
  });

  it('F8 keeps what one wrote into a line that the other, offline, made a heading of', async () => {
    const articleId = await article('Rain.');
    const [first, second] = await Promise.all([room.sitDown(articleId), room.sitDown(articleId)]);
    await first.goOffline();
    second.type(' Wind by night.');
    await second.saved();
    second.leave();
    const body = first.ydoc.getXmlFragment('body');
    const heading = new Y.XmlElement('heading');
    heading.setAttribute('id', 'first-block');
    heading.setAttribute('level', 2 as never);
    heading.insert(0, [new Y.XmlText('Rain.')]);
    first.ydoc.transact(() => {
      body.delete(0, 1);
      body.insert(0, [heading]);
    });
    await first.comeBack();
    await first.saved();
    await first.until(() => first.text === 'Rain. Wind by night.');
    expect(await storedText(room.test, articleId)).toBe('Rain. Wind by night.');
  });

  it('F8 keeps both texts when two people wrote offline and their pages were loaded anew', async () => {
    const articleId = await article('Snow.');
    const before = await Promise.all([room.sitDown(articleId), room.sitDown(articleId)]);
    await Promise.all(before.map((writer) => writer.goOffline()));
    before[0].type(' From the east.');
    before[1].type(' From the west.');
    for (const writer of before) writer.leave();
    // all that a page still has is what the browser kept: it is sent as the answer to the server's first question
    const [first, second] = await Promise.all(
      before.map(({ ydoc }) => room.sitDown(articleId, { ydoc: copyOf(ydoc) })),
    );
    await first!.until(() => first!.text.includes('west'));
    await second!.until(() => second!.text.includes('east'));
    const stored = await storedText(room.test, articleId);
    expect(stored).toContain('From the east.');
    expect(stored).toContain('From the west.');
  });

  it('lets a list show headline, words and text at most a second after an edit', async () => {
    const articleId = await article('One two');
    const writer = await room.sitDown(articleId);
    const typedAt = Date.now();
    writer.type(' three');
    await expect
      .poll(
        async () =>
          (
            await room.test.dataSource.query<{ plain_text: string; word_count: number }[]>(
              'select plain_text, word_count from article where id = $1',
              [articleId],
            )
          )[0],
        { interval: 25 },
      )
      .toEqual({ plain_text: 'One two three', word_count: 3 });
    expect(Date.now() - typedAt).toBeLessThan(1000);
  });

  it('repairs the texts for lists that a crash left behind', async () => {
    const articleId = await article('Left behind');
    await room.test.dataSource.query(
      `update article set plain_text = '', word_count = 0, projected_seq = 0 where id = $1`,
      [articleId],
    );
    const restarted = await room.test.sibling();
    await expect
      .poll(
        async () =>
          (
            await restarted.dataSource.query<{ plain_text: string }[]>(
              'select plain_text from article where id = $1',
              [articleId],
            )
          )[0]?.plain_text,
      )
      .toBe('Left behind');
    await restarted.close();
  });

  it('brings a change of the server to open editors, keeps what they type on it', async () => {
    const articleId = await article('Before');
    const writer = await room.sitDown(articleId);
    await room.test.app.get(Documents).change(articleId, room.aysel.id, oneParagraph('Restored'));
    await writer.until(() => writer.text === 'Restored');
    writer.type(', and more');
    await writer.saved();
    expect(await storedText(room.test, articleId)).toBe('Restored, and more');
  });

  it('F13 shows edits made at another process within a second', async () => {
    const articleId = await article('Two houses');
    const other = await room.test.sibling();
    const [here, there] = await Promise.all([
      room.sitDown(articleId),
      room.sitDown(articleId, { url: other.url }),
    ]);
    here.type(', one paper');
    await there.until(() => there.text === 'Two houses, one paper', 'the edit', 1000);
    there.type('.');
    await here.until(() => here.text === 'Two houses, one paper.', 'the edit', 1000);
    there.leave();
    await other.close();
  });

  it('merges a long log into its snapshot, and whoever comes later reads the same', async () => {
    const articleId = await article('');
    const writer = await room.sitDown(articleId);
    for (let number = 0; number < 60; number++) writer.type('x');
    await writer.saved();
    writer.leave();
    await expect
      .poll(async () => {
        const [row] = await room.test.dataSource.query<{ rows: string }[]>(
          'select count(*) as rows from document_update where article_id = $1',
          [articleId],
        );
        return Number(row?.rows);
      })
      .toBe(0);
    expect((await room.sitDown(articleId)).text).toBe('x'.repeat(60));
  });

  it('tells open editors when the article changed beside its text', async () => {
    const articleId = await article('Scheduled');
    const writer = await room.sitDown(articleId);
    await room.test.dataSource.query('select pg_notify($1, $2)', ['broadsheet_article', articleId]);
    await writer.until(() => writer.messages.includes('changed'));
  });

  it('names every caret by the account it belongs to', async () => {
    const articleId = await article('Who is it?');
    const nino = await makePerson(room.test, { name: 'Nino' });
    const [aysel, other] = await Promise.all([
      room.sitDown(articleId),
      room.sitDown(articleId, { cookie: nino.cookie }),
    ]);
    const pretended = { id: room.aysel.id, name: 'Aysel', colour: 6, client: 1 };
    other.provider.setAwarenessField('user', pretended);
    await aysel.until(() => aysel.people.length === 1);
    expect(aysel.people).toEqual([{ id: nino.id, name: 'Nino', colour: 1, client: 1 }]);
  });

  it('F29 ends with one text, whoever typed, deleted and dropped out', async () => {
    const articleId = await article('Start');
    const random = seeded(Number(process.env['FUZZ_SEED'] ?? 7));
    const count = process.env['TEST_LONG'] ? 8 : 4;
    const rounds = process.env['TEST_LONG'] ? 2000 : 200;
    const other = await room.test.sibling();
    const writers = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        room.sitDown(articleId, index % 2 ? { url: other.url } : {}),
      ),
    );
    const away = new Set<number>();
    for (let round = 0; round < rounds; round++) {
      const index = Math.floor(random() * count);
      const writer = writers[index]!;
      const line = lineOf(writer.ydoc);
      const dice = random();
      if (dice < 0.6) line.insert(Math.floor(random() * (line.length + 1)), String.fromCharCode(97 + index));
      else if (dice < 0.85 && line.length > 0) line.delete(Math.floor(random() * line.length), 1);
      else if (dice < 0.9) {
        const text = `Whole ${round}`;
        if (index === 0) replaceContent(writer.ydoc, oneParagraph(text));
      } else if (away.delete(index)) await writer.comeBack();
      else if (away.size < count - 1) {
        away.add(index);
        await writer.goOffline();
      }
      if (round % 5 === 0) await new Promise(setImmediate);
    }
    for (const index of away) await writers[index]!.comeBack();
    for (const writer of writers) await writer.saved();
    await expect.poll(() => new Set(writers.map((writer) => writer.text)).size).toBe(1);
    const loaded = (await room.sitDown(articleId)).ydoc;
    expect(readTexts(loaded).body).toBe(writers[0]!.text);
    expect(Y.encodeStateVector(loaded)).toEqual(Y.encodeStateVector(writers[0]!.ydoc));
    expect(() => readDocument(loaded)).not.toThrow();
    for (const writer of writers) writer.leave();
    await other.close();
  });
});

function copyOf(ydoc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc));
  return copy;
}

/** The same numbers for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
