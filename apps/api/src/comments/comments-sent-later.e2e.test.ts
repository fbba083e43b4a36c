import type { Problem, Thread } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../../test/create-test-app.ts';
import { CommentRoom } from '../../test/factories/comment-room.ts';
import type { TestPerson } from '../../test/factories/make-person.ts';
import { newId } from '../common/new-id.ts';

describe('a comment that was written without a connection', () => {
  let room: CommentRoom;
  let test: TestApp;
  let aysel: TestPerson;
  let translator: TestPerson;
  beforeAll(async () => {
    room = await CommentRoom.open();
    ({ test, aysel, translator } = room);
  });
  afterAll(() => room.close());

  it('begins one thread, sent again because the answer was lost, even while the first is being taken', async () => {
    const articleId = await room.article();
    const id = newId();
    const place = { kind: 'block', blockId: 'first-block' };
    const sent = await Promise.all([1, 2, 3].map(() => room.begin(translator, articleId, place, { id })));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    const [first, ...others] = sent.map((answer) => answer.as<Thread>());
    expect(others).toEqual([first, first]);
    expect(first?.comments.map((one) => one.id)).toEqual([id]);
    expect(await room.threads(aysel, articleId)).toHaveLength(1);
  });

  it('answers once, and tells of it once', async () => {
    const articleId = await room.article();
    const thread = (await room.begin(aysel, articleId, { kind: 'headline' })).as<Thread>();
    const input = { id: newId(), text: 'On Friday.' };
    const send = () => translator.request('POST', `/api/threads/${thread.id}/comments`, input);
    expect([(await send()).status, (await send()).status]).toEqual([201, 201]);
    const [now] = await room.threads(aysel, articleId);
    expect(now?.comments.map(({ text }) => text)).toEqual(['Which date?', 'On Friday.']);
    const told = (await room.inbox(aysel)).items.filter(({ threadId }) => threadId === thread.id);
    expect(told).toHaveLength(1);
  });

  it('is nobody else’s, whatever id it comes with', async () => {
    const articleId = await room.article();
    const elsewhere = await room.article();
    const id = newId();
    await room.begin(aysel, articleId, { kind: 'headline' }, { id });
    for (const [person, where] of [
      [translator, articleId],
      [aysel, elsewhere],
    ] as const) {
      const refused = await room.begin(person, where, { kind: 'headline' }, { id });
      expect([refused.status, refused.as<Problem>().errors?.[0]?.path]).toEqual([422, 'id']);
    }
    const counted: [{ count: number }] = await test.dataSource.query(
      'select count(*)::int as count from comment where id = $1',
      [id],
    );
    expect(counted[0].count).toBe(1);
  });

  it('begins a thread without a place where what it was about is gone by then, with the words it had', async () => {
    const articleId = await room.article();
    const gone = { kind: 'block', blockId: 'no-such-block' };
    const made = await room.begin(translator, articleId, gone, { id: newId(), quoteIfGone: 'Nine boats' });
    expect(made.as<Thread>()).toMatchObject({
      place: 'block',
      blockId: 'no-such-block',
      quote: 'Nine boats',
    });
    const standing = { kind: 'block', blockId: 'first-block' };
    const stands = await room.begin(translator, articleId, standing, {
      id: newId(),
      quoteIfGone: 'Nine boats',
    });
    expect(stands.as<Thread>().quote).toBe('The order dated 14 April still hangs.');
  });
});
