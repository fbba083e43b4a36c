import { absolutePositionToRelativePosition, initProseMirrorDoc } from '@tiptap/y-tiptap';
import { schemas, anchorsIn } from '@broadsheet/document';
import type {
  Article,
  ColleagueList,
  NotificationPage,
  Presence,
  Thread,
  ThreadList,
} from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { makeArticle, oneParagraph, storedText } from '../../test/collaboration/newsroom.ts';
import type { Writer } from '../../test/collaboration/writer.ts';
import { WritingRoom } from '../../test/collaboration/writing-room.ts';
import type { TestApp } from '../../test/create-test-app.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { sendRequest, type Answer } from '../../test/factories/send-request.ts';
import { newId } from '../common/new-id.ts';
import { blockingThreads } from './blocking-threads.ts';

/** Where some words of the body stand, as an editor sends it. */
function placeOf(ydoc: Y.Doc, words: string): object {
  const fragment = ydoc.getXmlFragment('body');
  const { doc, mapping } = initProseMirrorDoc(fragment, schemas.body);
  let at = -1;
  doc.descendants((node, position) => {
    if (node.isTextblock && node.textContent.includes(words))
      at = position + 1 + node.textContent.indexOf(words);
  });
  const encoded = (position: number) =>
    Buffer.from(
      Y.encodeRelativePosition(
        absolutePositionToRelativePosition(position, fragment, mapping) as Y.RelativePosition,
      ),
    ).toString('base64');
  return { kind: 'text', field: 'body', from: encoded(at), to: encoded(at + words.length) };
}

describe('comments', () => {
  let room: WritingRoom;
  let test: TestApp;
  let sectionId: string;
  /** May read the English article, and write Russian alone. */
  let translator: TestPerson;
  /** Of another section. */
  let stranger: TestPerson;
  beforeAll(async () => {
    room = await WritingRoom.open({ presenceBeat: 200, presencePause: 20 });
    test = room.test;
    sectionId = (await makeSection(test)).id;
    const other = (await makeSection(test)).id;
    translator = await makePerson(test, {
      role: 'translator',
      name: 'Timur Osmanlı',
      sections: [sectionId],
      languages: ['ru'],
    });
    stranger = await makePerson(test, { sections: [other], name: 'Timur Elsewhere' });
  });
  afterAll(() => room.close());

  const article = (text = 'The order dated 14 April still hangs.') =>
    makeArticle(test, { createdById: room.aysel.id, content: oneParagraph(text), sectionId });
  const begin = (person: TestPerson, articleId: string, place: object, more: object = {}): Promise<Answer> =>
    person.request('POST', `/api/articles/${articleId}/threads`, { place, text: 'Which date?', ...more });
  const threads = async (person: TestPerson, articleId: string) =>
    (await person.request('GET', `/api/articles/${articleId}/threads`)).as<ThreadList>().items;
  const inbox = async (person: TestPerson) =>
    (await person.request('GET', '/api/notifications')).as<NotificationPage>();
  const sit = async (articleId: string): Promise<Writer> => room.sitDown(articleId);

  it('stand in the text for everybody at once, though who commented may not write it', async () => {
    const articleId = await article();
    const writer = await sit(articleId);
    const before = await storedText(test, articleId);
    const made = await begin(translator, articleId, placeOf(writer.ydoc, 'dated 14 April'));
    expect(made.status).toBe(201);
    expect(made.as<Thread>()).toMatchObject({
      place: 'text',
      quote: 'dated 14 April',
      blockId: 'first-block',
      isBlocking: false,
      comments: [{ text: 'Which date?', author: { name: 'Timur Osmanlı' } }],
    });
    const { id } = made.as<Thread>();
    await writer.until(() => anchorsIn(writer.ydoc).some(({ threadId }) => threadId === id), 'the mark');
    expect(writer.messages).toContain('comments');
    expect(await storedText(test, articleId)).toBe(before);
    const rows: unknown[] = await test.dataSource.query(
      'select 1 from document_update where article_id = $1 and user_id = $2',
      [articleId, translator.id],
    );
    expect(rows).toEqual([]);
  });

  it('are no edit: an article that was approved or published is not changed by them', async () => {
    const articleId = await article();
    const desk = await makePerson(test, { role: 'desk_editor' });
    const version = (await desk.request('GET', `/api/articles/${articleId}`)).as<Article>().version;
    await test.dataSource.query(`update article set headline = 'An order' where id = $1`, [articleId]);
    await test.dataSource.query('update article set slug = $2 where id = $1', [
      articleId,
      `an-order-${version}`,
    ]);
    const writer = await sit(articleId);
    const seqs = async () => {
      const [row]: [{ content_seq: string; last_seq: string }] = await test.dataSource.query(
        'select content_seq, last_seq from document where article_id = $1',
        [articleId],
      );
      return row;
    };
    const before = await seqs();
    expect((await begin(desk, articleId, placeOf(writer.ydoc, 'order'))).status).toBe(201);
    const after = await seqs();
    expect([after.content_seq, Number(after.last_seq)]).toEqual([
      before.content_seq,
      Number(before.last_seq) + 1,
    ]);
    writer.type(' More.');
    await writer.saved();
    expect((await seqs()).content_seq).toBe((await seqs()).last_seq);
  });

  it('are told of where the words are gone, and nothing is kept of a comment that was refused', async () => {
    const articleId = await article();
    const elsewhere = new Y.Doc();
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate((await sit(articleId)).ydoc));
    const body = elsewhere.getXmlFragment('body').get(0) as Y.XmlElement;
    (body.get(0) as Y.XmlText).insert(0, 'Never sent. ');
    const refused = await begin(translator, articleId, placeOf(elsewhere, 'Never sent'));
    expect([refused.status, refused.as<{ code: string }>().code]).toEqual([409, 'CHANGED_MEANWHILE']);
    expect(await threads(translator, articleId)).toEqual([]);
  });

  it('are about a picture by its block, and about the headline as a whole', async () => {
    const articleId = await article();
    const onBlock = await begin(translator, articleId, { kind: 'block', blockId: 'first-block' });
    expect(onBlock.as<Thread>()).toMatchObject({ place: 'block', blockId: 'first-block' });
    expect((await begin(translator, articleId, { kind: 'block', blockId: 'no-such-block' })).status).toBe(
      409,
    );
    expect((await begin(translator, articleId, { kind: 'headline' })).as<Thread>().place).toBe('headline');
  });

  it('are answered, reworded and taken back, each by whom they are of; the last takes its mark along', async () => {
    const articleId = await article();
    const writer = await sit(articleId);
    const { id, comments } = (await begin(translator, articleId, placeOf(writer.ydoc, 'order'))).as<Thread>();
    const own = comments[0]!.id;
    const replied = await room.aysel.request('POST', `/api/threads/${id}/comments`, { text: 'The 14th.' });
    expect(replied.as<Thread>().comments.map(({ text }) => text)).toEqual(['Which date?', 'The 14th.']);
    expect((await room.aysel.request('PATCH', `/api/comments/${own}`, { text: 'Mine now' })).status).toBe(
      403,
    );
    expect((await room.aysel.request('DELETE', `/api/comments/${own}`)).status).toBe(403);
    const reworded = await translator.request('PATCH', `/api/comments/${own}`, { text: 'Which day?' });
    expect(reworded.as<Thread>().comments[0]).toMatchObject({
      text: 'Which day?',
      editedAt: expect.any(String),
    });
    expect((await translator.request('DELETE', `/api/comments/${own}`)).status).toBe(204);
    expect((await threads(translator, articleId))[0]?.comments[0]).toMatchObject({
      text: '',
      isDeleted: true,
    });
    const answer = replied.as<Thread>().comments[1]!.id;
    await writer.until(() => anchorsIn(writer.ydoc).length > 0, 'the mark');
    expect((await room.aysel.request('DELETE', `/api/comments/${answer}`)).status).toBe(204);
    expect(await threads(translator, articleId)).toEqual([]);
    await writer.until(() => anchorsIn(writer.ydoc).length === 0, 'the end of the mark');
  });

  it('block until they are resolved, also where the text is gone', async () => {
    const articleId = await article();
    const blocking = await begin(translator, articleId, { kind: 'headline' }, { isBlocking: true });
    await begin(translator, articleId, { kind: 'headline' });
    const { id } = blocking.as<Thread>();
    expect(await blockingThreads(test.dataSource, articleId)).toEqual([
      { threadId: id, quote: '', by: 'Timur Osmanlı', text: 'Which date?' },
    ]);
    const resolved = (await room.aysel.request('POST', `/api/threads/${id}/resolve`)).as<Thread>();
    expect(resolved).toMatchObject({ resolvedBy: { name: 'Aysel' }, isBlocking: true });
    expect(await blockingThreads(test.dataSource, articleId)).toEqual([]);
    await room.aysel.request('POST', `/api/threads/${id}/reopen`);
    expect(await blockingThreads(test.dataSource, articleId)).toHaveLength(1);
    await room.aysel.request('PATCH', `/api/threads/${id}`, { isBlocking: false });
    expect(await blockingThreads(test.dataSource, articleId)).toEqual([]);
  });

  it('tell whom they call, whom they answer and whose they resolve, and nobody of what they may not read', async () => {
    const articleId = await article();
    const vera = await makePerson(test, { name: 'Vera Lunina', sections: [sectionId] });
    const { id } = (
      await begin(translator, articleId, { kind: 'headline' }, { text: `@{${vera.id}}, which date?` })
    ).as<Thread>();
    expect(await inbox(vera)).toMatchObject({
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
    const kinds = (await inbox(translator)).items.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['resolved', 'reply']);
    const refused = await vera.request('POST', `/api/threads/${id}/comments`, {
      text: `@{${stranger.id}} look`,
    });
    expect([refused.status, (await inbox(stranger)).items]).toEqual([422, []]);
    await test.dataSource.query('update "grant" set section_ids = $2 where user_id = $1', [
      vera.id,
      [(await makeSection(test)).id],
    ]);
    expect(await inbox(vera)).toMatchObject({ unread: 0, items: [] });
  });

  it('offer to call only people who may read the story', async () => {
    const articleId = await article();
    const found = await room.aysel.request('GET', `/api/articles/${articleId}/colleagues?search=tim`);
    expect(found.as<ColleagueList>().items.map(({ name }) => name)).toEqual(['Timur Osmanlı']);
  });

  it('keep notifications to whom they are for, and read is read', async () => {
    const articleId = await article();
    await begin(room.aysel, articleId, { kind: 'headline' }, { text: `@{${translator.id}} please` });
    const { items, unread } = await inbox(translator);
    expect(unread).toBeGreaterThan(0);
    await stranger.request('POST', '/api/notifications/read', { ids: items.map(({ id }) => id) });
    expect((await inbox(translator)).unread).toBe(unread);
    const read = await translator.request('POST', '/api/notifications/read', { ids: [items[0]!.id] });
    expect(read.body).toEqual({ unread: unread - 1 });
    expect((await translator.request('POST', '/api/notifications/read', {})).body).toEqual({ unread: 0 });
  });

  it('S7: are nobody’s who may not read the story, by any address, nor a stranger’s', async () => {
    const articleId = await article();
    const made = (await begin(translator, articleId, { kind: 'headline' })).as<Thread>();
    const guesses: [string, string, unknown?][] = [made.id, newId()].flatMap((id) => [
      ['GET', `/api/articles/${id === made.id ? articleId : id}/threads`],
      [
        'POST',
        `/api/articles/${id === made.id ? articleId : id}/threads`,
        { place: { kind: 'headline' }, text: 'x' },
      ],
      ['GET', `/api/articles/${id === made.id ? articleId : id}/colleagues`],
      ['PATCH', `/api/threads/${id}`, { isBlocking: true }],
      ['POST', `/api/threads/${id}/resolve`],
      ['POST', `/api/threads/${id}/reopen`],
      ['POST', `/api/threads/${id}/comments`, { text: 'x' }],
      ['PATCH', `/api/comments/${id === made.id ? made.comments[0]!.id : id}`, { text: 'x' }],
      ['DELETE', `/api/comments/${id === made.id ? made.comments[0]!.id : id}`],
    ]);
    for (const [method, path, body] of guesses) {
      const anonymous = await sendRequest(test, method, path, { body });
      const foreign = await stranger.request(method, path, body);
      expect([method, path, anonymous.status, foreign.status]).toEqual([method, path, 401, 404]);
    }
    expect(await threads(translator, articleId)).toMatchObject([{ resolvedAt: null, comments: [{}] }]);
  });

  it('S8: take no more of an input than its fields', async () => {
    const articleId = await article();
    const place = { kind: 'headline' };
    for (const more of [
      { id: newId() },
      { quote: 'forged' },
      { createdById: stranger.id },
      { author: stranger.id },
      { resolvedAt: null },
      { place: { ...place, quote: 'forged' } },
    ])
      expect([more, (await begin(translator, articleId, place, more)).status]).toEqual([more, 422]);
    const { id, comments } = (await begin(translator, articleId, place)).as<Thread>();
    const tries: [string, string, object][] = [
      ['PATCH', `/api/threads/${id}`, { isBlocking: true, quote: 'x' }],
      ['POST', `/api/threads/${id}/comments`, { text: 'x', authorId: stranger.id }],
      ['PATCH', `/api/comments/${comments[0]!.id}`, { text: 'x', authorId: stranger.id }],
      ['POST', '/api/notifications/read', { userId: stranger.id }],
    ];
    for (const [method, path, body] of tries)
      expect([path, (await translator.request(method, path, body)).status]).toEqual([path, 422]);
  });

  it('S4: keep what was typed as plain text, whatever it looks like', async () => {
    const articleId = await article();
    const nasty = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) @{not-an-id} &amp;';
    const made = await begin(translator, articleId, { kind: 'headline' }, { text: nasty });
    expect(made.as<Thread>().comments[0]?.text).toBe(nasty);
    expect(made.headers.get('content-type')).toContain('application/json');
  });

  it('have limits, each with a sentence', async () => {
    const articleId = await article();
    const place = { kind: 'headline' };
    expect((await begin(translator, articleId, place, { text: ' ' })).status).toBe(422);
    expect((await begin(translator, articleId, place, { text: 'x'.repeat(4001) })).status).toBe(422);
    expect((await begin(translator, articleId, { ...place, kind: 'text' })).status).toBe(422);
    await test.dataSource.query(
      `insert into comment_thread (id, article_id, place, quote, created_by_id)
       select gen_random_uuid(), $1, 'headline', '', $2 from generate_series(1, 500)`,
      [articleId, translator.id],
    );
    expect((await begin(translator, articleId, place)).status).toBe(409);
  });

  it('are told of across processes, and so is who writes where, by permission only', async () => {
    const sibling = await test.sibling();
    const articleId = await article();
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
    await begin(translator, articleId, { kind: 'headline' });
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
    const articleId = await article();
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
    await begin(translator, articleId, { kind: 'headline' }, { text: `@{${nino.id}} look` });
    await until('event: inbox');
    await nino.request('POST', '/api/auth/sign-out-everywhere');
    await until('the end');
    expect(heard).toContain('the end');
  });
});
