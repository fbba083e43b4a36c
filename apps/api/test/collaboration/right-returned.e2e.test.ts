import type { Role } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionsService } from '../../src/auth/sessions.service.ts';
import { makePerson, type TestPerson } from '../factories/make-person.ts';
import { makeArticle, oneParagraph, storedText } from './newsroom.ts';
import { WritingRoom } from './writing-room.ts';

describe('a right that was taken away and given back', () => {
  let room: WritingRoom;
  beforeAll(async () => {
    room = await WritingRoom.open();
  });
  afterAll(() => room.close());

  const make = (guest: TestPerson, role: Role, languages: string[] | null) =>
    room.test.dataSource.transaction(async (manager) => {
      const grant = 'update "grant" set role = $2, languages = $3 where user_id = $1';
      await manager.query(grant, [guest.id, role, languages]);
      await room.test.app.get(SessionsService).recheck(manager, guest.id);
    });

  it('lets what the person wrote meanwhile be stored and seen', async () => {
    const articleId = await makeArticle(room.test, {
      createdById: room.aysel.id,
      content: oneParagraph('Handed over'),
    });
    const guest = await makePerson(room.test);
    const writer = await room.sitDown(articleId, { cookie: guest.cookie });
    await make(guest, 'translator', ['hy']);
    await writer.until(() => writer.messages.includes('changed'));
    writer.type(' and back');
    const reader = await room.sitDown(articleId);
    expect(reader.text).toBe('Handed over');
    await make(guest, 'journalist', null);
    await writer.saved();
    await reader.until(() => reader.text === 'Handed over and back', 'the words');
    expect(await storedText(room.test, articleId)).toBe('Handed over and back');
  });
});
