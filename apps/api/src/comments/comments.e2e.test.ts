import { absolutePositionToRelativePosition, initProseMirrorDoc } from '@tiptap/y-tiptap';
import { schemas, anchorsIn } from '@broadsheet/document';
import type { Article, Story, Thread } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { storedText } from '../../test/collaboration/newsroom.ts';
import type { TestApp } from '../../test/create-test-app.ts';
import { CommentRoom } from '../../test/factories/comment-room.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture } from '../../test/factories/make-picture.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { sendRequest } from '../../test/factories/send-request.ts';
import { somebodyWaits } from '../../test/somebody-waits.ts';
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
  let room: CommentRoom;
  let test: TestApp;
  let aysel: TestPerson;
  let translator: TestPerson;
  let stranger: TestPerson;
  beforeAll(async () => {
    room = await CommentRoom.open();
    ({ test, aysel, translator, stranger } = room);
  });
  afterAll(() => room.close());

  it('and a step of the same moment wait for one another, and neither is undone', async () => {
    const articleId = await room.article();
    const writer = await room.sitDown(articleId);
    let commented: Promise<unknown> = Promise.resolve();
    // as every step does: first the text that it freezes, then the article
    await test.dataSource.transaction(async (step) => {
      await step.query('select 1 from document where article_id = $1 for update', [articleId]);
      commented = room.begin(translator, articleId, placeOf(writer.ydoc, '14 April'));
      await expect.poll(() => somebodyWaits(test)).toBe(true);
      await step.query('select 1 from article where id = $1 for update', [articleId]);
    });
    expect(await commented).toMatchObject({ status: 201 });
  });

  it('stand in the text for everybody at once, though who commented may not write it', async () => {
    const articleId = await room.article();
    const writer = await room.sitDown(articleId);
    const before = await storedText(test, articleId);
    const made = await room.begin(translator, articleId, placeOf(writer.ydoc, 'dated 14 April'));
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
    const articleId = await room.article();
    const desk = await makePerson(test, { role: 'desk_editor' });
    const version = (await desk.request('GET', `/api/articles/${articleId}`)).as<Article>().version;
    await test.dataSource.query(`update article set headline = 'An order' where id = $1`, [articleId]);
    await test.dataSource.query('update article set slug = $2 where id = $1', [
      articleId,
      `an-order-${version}`,
    ]);
    const writer = await room.sitDown(articleId);
    const seqs = async () => {
      const [row]: [{ content_seq: string; last_seq: string }] = await test.dataSource.query(
        'select content_seq, last_seq from document where article_id = $1',
        [articleId],
      );
      return row;
    };
    const before = await seqs();
    expect((await room.begin(desk, articleId, placeOf(writer.ydoc, 'order'))).status).toBe(201);
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
    const articleId = await room.article();
    const elsewhere = new Y.Doc();
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate((await room.sitDown(articleId)).ydoc));
    const body = elsewhere.getXmlFragment('body').get(0) as Y.XmlElement;
    (body.get(0) as Y.XmlText).insert(0, 'Never sent. ');
    const refused = await room.begin(translator, articleId, placeOf(elsewhere, 'Never sent'));
    expect([refused.status, refused.as<{ code: string }>().code]).toEqual([409, 'CHANGED_MEANWHILE']);
    expect(await room.threads(translator, articleId)).toEqual([]);
  });

  it('are about a picture by its block, and about the headline as a whole', async () => {
    const articleId = await room.article();
    const onBlock = await room.begin(translator, articleId, { kind: 'block', blockId: 'first-block' });
    expect(onBlock.as<Thread>()).toMatchObject({ place: 'block', blockId: 'first-block' });
    expect(
      (await room.begin(translator, articleId, { kind: 'block', blockId: 'no-such-block' })).status,
    ).toBe(409);
    expect((await room.begin(translator, articleId, { kind: 'headline' })).as<Thread>().place).toBe(
      'headline',
    );
  });

  it('are about the lead picture that the story has', async () => {
    const { id: sectionId } = await makeSection(test);
    const made = await aysel.request('POST', '/api/stories', { language: 'en', sectionId });
    const story = made.as<Story>();
    const articleId = story.articles[0]!.id;
    expect((await room.begin(aysel, articleId, { kind: 'lead' })).status).toBe(409);
    const lead = await makePicture(aysel);
    await aysel.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      leadMediaId: lead.id,
    });
    expect((await room.begin(aysel, articleId, { kind: 'lead' })).as<Thread>()).toMatchObject({
      place: 'lead',
      blockId: lead.id,
      quote: lead.filename,
    });
  });

  it('are answered, reworded and taken back, each by whom they are of; the last takes its mark along', async () => {
    const articleId = await room.article();
    const writer = await room.sitDown(articleId);
    const { id, comments } = (
      await room.begin(translator, articleId, placeOf(writer.ydoc, 'order'))
    ).as<Thread>();
    const own = comments[0]!.id;
    const replied = await aysel.request('POST', `/api/threads/${id}/comments`, { text: 'The 14th.' });
    expect(replied.as<Thread>().comments.map(({ text }) => text)).toEqual(['Which date?', 'The 14th.']);
    expect((await aysel.request('PATCH', `/api/comments/${own}`, { text: 'Mine now' })).status).toBe(403);
    expect((await aysel.request('DELETE', `/api/comments/${own}`)).status).toBe(403);
    const reworded = await translator.request('PATCH', `/api/comments/${own}`, { text: 'Which day?' });
    expect(reworded.as<Thread>().comments[0]).toMatchObject({
      text: 'Which day?',
      editedAt: expect.any(String),
    });
    expect((await translator.request('DELETE', `/api/comments/${own}`)).status).toBe(204);
    expect((await room.threads(translator, articleId))[0]?.comments[0]).toMatchObject({
      text: '',
      isDeleted: true,
    });
    const answer = replied.as<Thread>().comments[1]!.id;
    await writer.until(() => anchorsIn(writer.ydoc).length > 0, 'the mark');
    expect((await aysel.request('DELETE', `/api/comments/${answer}`)).status).toBe(204);
    expect(await room.threads(translator, articleId)).toEqual([]);
    await writer.until(() => anchorsIn(writer.ydoc).length === 0, 'the end of the mark');
  });

  it('block until they are resolved, also where the text is gone', async () => {
    const articleId = await room.article();
    const blocking = await room.begin(translator, articleId, { kind: 'headline' }, { isBlocking: true });
    await room.begin(translator, articleId, { kind: 'headline' });
    const { id } = blocking.as<Thread>();
    expect(await blockingThreads(test.dataSource, articleId)).toEqual([
      { threadId: id, quote: '', by: 'Timur Osmanlı', text: 'Which date?' },
    ]);
    const resolved = (await aysel.request('POST', `/api/threads/${id}/resolve`)).as<Thread>();
    expect(resolved).toMatchObject({ resolvedBy: { name: 'Aysel' }, isBlocking: true });
    expect(await blockingThreads(test.dataSource, articleId)).toEqual([]);
    await aysel.request('POST', `/api/threads/${id}/reopen`);
    expect(await blockingThreads(test.dataSource, articleId)).toHaveLength(1);
    await aysel.request('PATCH', `/api/threads/${id}`, { isBlocking: false });
    expect(await blockingThreads(test.dataSource, articleId)).toEqual([]);
  });

  it('S7: are nobody’s who may not read the story, by any address, nor a stranger’s', async () => {
    const articleId = await room.article();
    const made = (await room.begin(translator, articleId, { kind: 'headline' })).as<Thread>();
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
    expect(await room.threads(translator, articleId)).toMatchObject([{ resolvedAt: null, comments: [{}] }]);
  });

  it('S8: take no more of an input than its fields', async () => {
    const articleId = await room.article();
    const place = { kind: 'headline' };
    for (const more of [
      { threadId: newId() },
      { quote: 'forged' },
      { createdById: stranger.id },
      { author: stranger.id },
      { resolvedAt: null },
      { place: { ...place, quote: 'forged' } },
    ])
      expect([more, (await room.begin(translator, articleId, place, more)).status]).toEqual([more, 422]);
    const { id, comments } = (await room.begin(translator, articleId, place)).as<Thread>();
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
    const articleId = await room.article();
    const nasty = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) @{not-an-id} &amp;';
    const made = await room.begin(translator, articleId, { kind: 'headline' }, { text: nasty });
    expect(made.as<Thread>().comments[0]?.text).toBe(nasty);
    expect(made.headers.get('content-type')).toContain('application/json');
  });

  it('have limits, each with a sentence', async () => {
    const articleId = await room.article();
    const place = { kind: 'headline' };
    expect((await room.begin(translator, articleId, place, { text: ' ' })).status).toBe(422);
    expect((await room.begin(translator, articleId, place, { text: 'x'.repeat(4001) })).status).toBe(422);
    expect((await room.begin(translator, articleId, { ...place, kind: 'text' })).status).toBe(422);
    await test.dataSource.query(
      `insert into comment_thread (id, article_id, place, quote, created_by_id)
       select gen_random_uuid(), $1, 'headline', '', $2 from generate_series(1, 500)`,
      [articleId, translator.id],
    );
    expect((await room.begin(translator, articleId, place)).status).toBe(409);
  });
});
