import { schemaVersion } from '@broadsheet/document';
import { closeCodes, collaborationPath } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { SessionsService } from '../../src/auth/sessions.service.ts';
import { hashPassword } from '../../src/auth/password-hash.ts';
import { newId } from '../../src/common/new-id.ts';
import { makePerson, type TestPerson } from '../factories/make-person.ts';
import { makeSection } from '../factories/make-section.ts';
import { makeArticle, oneParagraph, storedText } from './newsroom.ts';
import { editorOrigin } from './writer.ts';
import { WritingRoom } from './writing-room.ts';

describe('who may write', () => {
  let room: WritingRoom;
  const article = (text: string, sectionId: string | null = null) =>
    makeArticle(room.test, { createdById: room.aysel.id, content: oneParagraph(text), sectionId });

  beforeAll(async () => {
    // the long run looks as rarely as the product does
    room = await WritingRoom.open(process.env['TEST_LONG'] ? {} : { sessionRecheck: 200 });
  });
  afterAll(() => room.close());

  /** A bare socket, as another site or a stranger would open it. @returns the HTTP status or the close code. */
  const knock = (headers: Record<string, string>, path: string = collaborationPath): Promise<number> =>
    new Promise((resolve) => {
      const socket = new WebSocket(room.test.url.replace('http', 'ws') + path, { headers });
      socket.on('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0));
      socket.on('close', (code) => resolve(code));
      socket.on('error', () => undefined);
    });

  describe('S17 the socket', () => {
    it('refuses a page of another site, and whoever names no page', async () => {
      const { cookie } = room.aysel;
      expect(await knock({ cookie, origin: 'https://evil.example' })).toBe(403);
      expect(await knock({ cookie, origin: `${editorOrigin}.evil.example` })).toBe(403);
      expect(await knock({ cookie, origin: 'null' })).toBe(403);
      expect(await knock({ cookie })).toBe(403);
    });

    it('tells a stranger to sign in', async () => {
      expect(await knock({ origin: editorOrigin })).toBe(closeCodes.signedOut);
      const cookie = room.aysel.cookie.replace(/=.*/, '=made-up');
      expect(await knock({ origin: editorOrigin, cookie })).toBe(closeCodes.signedOut);
    });

    it('is at one address only', async () => {
      const { cookie } = room.aysel;
      expect(await knock({ cookie, origin: editorOrigin }, '/api/collaboration/more')).toBe(404);
      expect(await knock({ cookie, origin: editorOrigin }, '/')).toBe(404);
    });

    it('opens no article that the person may not read, that is not there, or that has no such name', async () => {
      const [politics, sport] = [await makeSection(room.test), await makeSection(room.test)];
      const reporter = await makePerson(room.test, { sections: [sport.id] });
      const secret = await article('Not for sport', politics.id);
      for (const name of [secret, newId(), secret.toUpperCase(), '../settings', '__proto__']) {
        const writer = room.sit(name, { cookie: reporter.cookie });
        await writer.until(() => writer.closes.length > 0, 'the refusal');
        expect(writer.text).toBe('');
        expect(writer.provider.isSynced).toBe(false);
        writer.leave();
      }
    });

    it('opens an article once for each socket, so that a right taken away is taken from all of it', async () => {
      const articleId = await article('One door');
      const { cookie } = room.aysel;
      const headers = { cookie, origin: editorOrigin };
      const socket = new WebSocket(room.test.url.replace('http', 'ws') + collaborationPath, { headers });
      const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
      const token = JSON.stringify({ schemaVersion });
      const auth = 2;
      socket.on('open', () => {
        for (const session of ['a', 'b'])
          socket.send(
            Buffer.concat([varString(`${articleId}\0${session}`), Buffer.from([auth, 0]), varString(token)]),
          );
      });
      expect(await closed).toBe(closeCodes.forbidden);
    });

    it('S22 takes no message that is larger than a day of writing', async () => {
      const articleId = await article('Short');
      const writer = await room.sitDown(articleId);
      writer.socket.webSocket?.send(Buffer.alloc(9 * 1024 * 1024));
      await writer.closed(1009);
      expect(await storedText(room.test, articleId)).toBe('Short');
    });

    it('takes nothing from a person who may only read', async () => {
      const articleId = await article('Source text');
      const translator = await makePerson(room.test, { role: 'translator', languages: ['az'] });
      const reader = await room.sitDown(articleId, { cookie: translator.cookie });
      const writer = await room.sitDown(articleId);
      expect(reader.provider.authorizedScope).toBe('readonly');
      reader.type(' defaced');
      writer.type(' goes on');
      await writer.saved();
      await reader.until(() => reader.text.includes('goes on'));
      expect(await storedText(room.test, articleId)).toBe('Source text goes on');
      expect(writer.text).toBe('Source text goes on');
      expect(reader.savedText).not.toContain('defaced');
    });
  });

  it('F11 closes the socket of a suspended person at once, and takes nothing more from it', async () => {
    const articleId = await article('Until noon');
    const guest = await makePerson(room.test);
    const writer = await room.sitDown(articleId, { cookie: guest.cookie });
    await room.test.dataSource.transaction(async (manager) => {
      await manager.query('update "user" set suspended_at = now() where id = $1', [guest.id]);
      await room.test.app.get(SessionsService).endAll(manager, guest.id);
    });
    await writer.closed(closeCodes.signedOut, 1000);
    writer.type(' and beyond');
    expect(await storedText(room.test, articleId)).toBe('Until noon');
  });

  it('F11 finds a suspended person even when the notice was lost', async () => {
    const articleId = await article('Unnoticed');
    const guest = await makePerson(room.test);
    const writer = await room.sitDown(articleId, { cookie: guest.cookie });
    await room.test.dataSource.query('update "user" set suspended_at = now() where id = $1', [guest.id]);
    await writer.closed(closeCodes.signedOut, 5000);
  });

  it('F10 closes the socket when the session runs out, and keeps what was typed before', async () => {
    const articleId = await article('Nightly');
    const guest = await makePerson(room.test);
    const writer = await room.sitDown(articleId, { cookie: guest.cookie });
    writer.type(' edition');
    await writer.saved();
    await room.test.dataSource.query('update session set expires_at = now() where user_id = $1', [guest.id]);
    await writer.closed(closeCodes.signedOut, 5000);
    expect(await storedText(room.test, articleId)).toBe('Nightly edition');
  });

  describe('S13 an open socket is ended by what ends the session', () => {
    const password = 'seven grey herons at noon';
    const ends: [what: string, by: (person: TestPerson, admin: TestPerson) => Promise<{ status: number }>][] =
      [
        ['signing out', (person) => person.request('POST', '/api/auth/sign-out')],
        ['signing out everywhere', (person) => person.request('POST', '/api/auth/sign-out-everywhere')],
        ['suspension', ({ id }, admin) => admin.request('POST', `/api/users/${id}/suspend`)],
        [
          'a link for a new password',
          ({ id }, admin) => admin.request('POST', `/api/users/${id}/reset-link`),
        ],
      ];

    it.each(ends)('%s', async (_what, end) => {
      const articleId = await article('Signed in');
      const admin = await makePerson(room.test, { role: 'admin' });
      const guest = await makePerson(room.test, { passwordHash: await hashPassword(password) });
      const writer = await room.sitDown(articleId, { cookie: guest.cookie });
      expect((await end(guest, admin)).status).toBeLessThan(300);
      await writer.closed(closeCodes.signedOut, 1000);
      writer.type(' and out');
      expect(await storedText(room.test, articleId)).toBe('Signed in');
    });
  });

  it('S13 ends or narrows an open socket as soon as a role is taken away', async () => {
    const articleId = await article('Whose is it');
    const guest = await makePerson(room.test);
    const writer = await room.sitDown(articleId, { cookie: guest.cookie });
    const sessions = room.test.app.get(SessionsService);
    await room.test.dataSource.transaction(async (manager) => {
      await manager.query(
        `update "grant" set role = 'translator', languages = array['hy'] where user_id = $1`,
        [guest.id],
      );
      await sessions.recheck(manager, guest.id);
    });
    await writer.until(() => writer.messages.includes('changed'));
    writer.type(' now');
    await room.test.dataSource.transaction(async (manager) => {
      await manager.query('delete from "grant" where user_id = $1', [guest.id]);
      await sessions.recheck(manager, guest.id);
    });
    await writer.closed(closeCodes.forbidden);
    expect(await storedText(room.test, articleId)).toBe('Whose is it');
  });

  it('S13 looks again when the database failed in the moment a role was taken away', async () => {
    const articleId = await article('Twice asked');
    const guest = await makePerson(room.test);
    const writer = await room.sitDown(articleId, { cookie: guest.cookie });
    const sessions = room.test.app.get(SessionsService);
    const find = sessions.find.bind(sessions);
    let failures = 0;
    const failing = vi.spyOn(sessions, 'find').mockImplementation((token) => {
      const fails = guest.cookie.endsWith(token) && failures === 0;
      if (fails) failures += 1;
      return fails ? Promise.reject(new Error('timeout exceeded')) : find(token);
    });
    await room.test.dataSource.transaction(async (manager) => {
      await manager.query('delete from "grant" where user_id = $1', [guest.id]);
      await sessions.recheck(manager, guest.id);
    });
    await expect.poll(() => failures).toBe(1);
    await writer.closed(closeCodes.forbidden, 5000);
    failing.mockRestore();
  });

  it('S13 ends the socket of a person out of whose reach the story was moved', async () => {
    const [politics, sport] = [await makeSection(room.test), await makeSection(room.test)];
    const reporter = await makePerson(room.test, { sections: [sport.id] });
    const articleId = await article('Transfer', sport.id);
    const writer = await room.sitDown(articleId, { cookie: reporter.cookie });
    await room.test.dataSource.query(
      'update story set section_id = $1 where id = (select story_id from article where id = $2)',
      [politics.id, articleId],
    );
    await room.test.dataSource.query('select pg_notify($1, $2)', ['broadsheet_article', articleId]);
    await writer.closed(closeCodes.forbidden);
  });

  it('F7 tells a page with an older schema to reload, and gives it nothing to delete', async () => {
    const articleId = await article('New kind of block');
    for (const token of [JSON.stringify({ schemaVersion: schemaVersion - 1 }), '', '{}', 'null']) {
      const old = room.sit(articleId, { token });
      await old.closed(closeCodes.reload);
      expect(old.text).toBe('');
      old.leave();
    }
    expect(await storedText(room.test, articleId)).toBe('New kind of block');
  });

  it('F7 lets a process that is older than an article neither open nor change it', async () => {
    const articleId = await article('From the next version');
    const open = await room.sitDown(articleId);
    await room.test.dataSource.query(
      'update document set schema_version = schema_version + 1 where article_id = $1',
      [articleId],
    );
    open.type(' and back');
    await open.closed(closeCodes.reload);
    open.leave();
    const late = room.sit(articleId);
    await late.closed(closeCodes.reload);
    const rows = await room.test.dataSource.query<{ count: string }[]>(
      'select count(*) from document_update where article_id = $1',
      [articleId],
    );
    expect(rows[0]?.count).toBe('1');
  });

  describe('a message that cannot be read', () => {
    const stored = async (articleId: string) =>
      (
        await room.test.dataSource.query<{ count: string }[]>(
          'select count(*) from document_update where article_id = $1',
          [articleId],
        )
      )[0]?.count;

    it('enters no log, ends its own socket only, and harms nobody', async () => {
      const articleId = await article('Whole');
      const [good, bad] = await Promise.all([room.sitDown(articleId), room.sitDown(articleId)]);
      for (const bytes of [
        [1, 2, 3, 4, 5],
        [255, 255, 255],
        [1, 1, 200, 1, 0, 9, 9, 9],
      ]) {
        const closes = bad.closes.length;
        bad.sendUpdate(Uint8Array.from(bytes));
        await bad.until(() => bad.closes.length > closes, 'the end of the socket');
        await bad.until(() => bad.provider.isSynced, 'the return');
      }
      bad.socket.webSocket?.send('text');
      await bad.until(() => bad.closes.includes(1003), 'the end of the socket');
      good.type(' and well');
      await good.saved();
      expect(await stored(articleId)).toBe('2');
      expect(await storedText(room.test, articleId)).toBe('Whole and well');
    });

    it('is one that decodes well but cannot be applied, too', async () => {
      const articleId = await article('Sound');
      const bad = await room.sitDown(articleId);
      bad.sendUpdate(poison);
      await bad.until(() => bad.closes.length > 0, 'the end of the socket');
      expect(await stored(articleId)).toBe('1');
      expect((await room.sitDown(articleId)).text).toBe('Sound');
    });
  });
});

const varString = (text: string) => Buffer.from([text.length, ...Buffer.from(text)]);

/** One item of client 777 that names a later item of its own as its left neighbour: it decodes, nothing can apply it. */
const client = [137, 6];
const poison = Uint8Array.from([1, 1, ...client, 0, 0x84, ...client, 5, 1, 120, 0]);
