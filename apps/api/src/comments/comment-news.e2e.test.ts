import type { ColleagueList, Presence, Thread } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestApp } from '../../test/create-test-app.ts';
import { CommentRoom } from '../../test/factories/comment-room.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeSection } from '../../test/factories/make-section.ts';

describe('what is told of comments', () => {
  let room: CommentRoom;
  let test: TestApp;
  let sectionId: string;
  let aysel: TestPerson;
  let translator: TestPerson;
  let stranger: TestPerson;
  beforeAll(async () => {
    room = await CommentRoom.open();
    ({ test, sectionId, aysel, translator, stranger } = room);
  });
  afterAll(() => room.close());

  it('tell whom they call, whom they answer and whose they resolve, and nobody of what they may not read', async () => {
    const articleId = await room.article();
    const vera = await makePerson(test, { name: 'Vera Lunina', sections: [sectionId] });
    const { id } = (
      await room.begin(translator, articleId, { kind: 'headline' }, { text: `@{${vera.id}}, which date?` })
    ).as<Thread>();
    expect(await room.inbox(vera)).toMatchObject({
      unread: 1,
      items: [
        {
          kind: 'mention',
          by: { name: 'Timur Osmanlı' },
          threadId: id,
          excerpt: '@Vera Lunina, which date?',
        },
      ],
    });
    await vera.request('POST', `/api/threads/${id}/comments`, { text: 'The 14th.' });
    await vera.request('POST', `/api/threads/${id}/resolve`);
    const kinds = (await room.inbox(translator)).items.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['resolved', 'reply']);
    const refused = await vera.request('POST', `/api/threads/${id}/comments`, {
      text: `@{${stranger.id}} look`,
    });
    expect([refused.status, (await room.inbox(stranger)).items]).toEqual([422, []]);
    await test.dataSource.query('update "grant" set section_ids = $2 where user_id = $1', [
      vera.id,
      [(await makeSection(test)).id],
    ]);
    expect(await room.inbox(vera)).toMatchObject({ unread: 0, items: [] });
  });

  it('offer to call only people who may read the story', async () => {
    const articleId = await room.article();
    const found = await aysel.request('GET', `/api/articles/${articleId}/colleagues?search=tim`);
    expect(found.as<ColleagueList>().items.map(({ name }) => name)).toEqual(['Timur Osmanlı']);
  });

  it('keep notifications to whom they are for, and read is read', async () => {
    const articleId = await room.article();
    await room.begin(aysel, articleId, { kind: 'headline' }, { text: `@{${translator.id}} please` });
    const { items, unread } = await room.inbox(translator);
    expect(unread).toBeGreaterThan(0);
    await stranger.request('POST', '/api/notifications/read', { ids: items.map(({ id }) => id) });
    expect((await room.inbox(translator)).unread).toBe(unread);
    const read = await translator.request('POST', '/api/notifications/read', { ids: [items[0]!.id] });
    expect(read.body).toEqual({ unread: unread - 1 });
    expect((await translator.request('POST', '/api/notifications/read', {})).body).toEqual({ unread: 0 });
  });

  it('are told of across processes, and so is who writes where, by permission only', async () => {
    const sibling = await test.sibling();
    const articleId = await room.article();
    const writer = await room.sitDown(articleId, { url: sibling.url });
    const here = async (person: TestPerson) =>
      (await person.request('GET', '/api/presence'))
        .as<Presence>()
        .items.filter((one) => one.articleId === articleId);
    await vi.waitFor(
      async () => expect(await here(translator)).toMatchObject([{ person: { name: 'Aysel' } }]),
      5000,
    );
    expect(await here(stranger)).toEqual([]);
    await room.begin(translator, articleId, { kind: 'headline' });
    await writer.until(() => writer.messages.includes('comments'), 'the news');
    writer.leave();
    await vi.waitFor(async () => expect(await here(translator)).toEqual([]), 5000);
    await room.sitDown(articleId, { url: sibling.url });
    await vi.waitFor(async () => expect(await here(translator)).toHaveLength(1), 5000);
    await test.dataSource.query(`update presence_process set seen_at = now() - interval '1 hour'`);
    await vi.waitFor(async () => expect(await here(translator)).toHaveLength(1), 5000);
    await sibling.close();
    await vi.waitFor(async () => expect(await here(translator)).toEqual([]), 5000);
  });

  it('S13: open pages are told, until the session ends', async () => {
    const articleId = await room.article();
    const nino = await makePerson(test, { name: 'Nino', sections: [sectionId] });
    const stream = await fetch(`${test.url}/api/events`, { headers: { cookie: nino.cookie } });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const until = async (word: string) => {
      while (!heard.includes(word)) {
        const { value, done } = await reader.read();
        if (done) return void (heard += ' the end');
        heard += value;
      }
    };
    await until('event: hello');
    await room.begin(translator, articleId, { kind: 'headline' }, { text: `@{${nino.id}} look` });
    await until('event: inbox');
    await nino.request('POST', '/api/auth/sign-out-everywhere');
    await until('the end');
    expect(heard).toContain('the end');
  });
});
