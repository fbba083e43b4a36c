import type { Article, RevisionList, RevisionSummary, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../factories/make-person.ts';
import { makeArticle, oneParagraph } from './newsroom.ts';
import { WritingRoom } from './writing-room.ts';

/** The machine may be busy. */
const patience = { timeout: 15_000 };

describe('versions that the newsroom keeps by itself', () => {
  let room: WritingRoom;
  beforeAll(async () => {
    room = await WritingRoom.open({ revisionPause: 300, revisionAtMost: 60_000 });
  });
  afterAll(() => room.close());

  const article = (text: string) =>
    makeArticle(room.test, { createdById: room.aysel.id, content: oneParagraph(text) });
  const kept = async (articleId: string): Promise<RevisionSummary[]> =>
    (await room.aysel.request('GET', `/api/articles/${articleId}/revisions`)).as<RevisionList>().items;
  const whoKept = async (articleId: string) =>
    (await kept(articleId)).map(({ reason, createdBy }) => `${reason} by ${createdBy?.name ?? '?'}`);

  it('are one for each person and pause, however many edits there were', async () => {
    const articleId = await article('The bridge');
    const writer = await room.sitDown(articleId);
    for (const letter of ' is open') writer.type(letter);
    await writer.saved();
    await expect.poll(() => whoKept(articleId), patience).toEqual(['written by Aysel']);
    const murad = await makePerson(room.test, { name: 'Murad' });
    const other = await room.sitDown(articleId, { cookie: murad.cookie });
    other.type(' again.');
    await other.saved();
    await expect.poll(() => whoKept(articleId), patience).toEqual(['written by Murad', 'written by Aysel']);
    expect((await kept(articleId)).map(({ wordCount }) => wordCount)).toEqual([5, 4]);
  });

  /** "reason: who wrote it", newest first. */
  const whoWrote = async (articleId: string) =>
    (await kept(articleId)).map(
      ({ reason, writtenBy }) => `${reason}: ${writtenBy.map(({ name }) => name).join(', ')}`,
    );

  it('name everybody who wrote by the time that somebody pauses', async () => {
    const other = await room.test.sibling({ revisionPause: 60_000 });
    const articleId = await article('The bridge');
    const leyla = await makePerson(room.test, { name: 'Leyla' });
    const hers = await room.sitDown(articleId, { url: other.url });
    const colleagues = await room.sitDown(articleId, { url: other.url, cookie: leyla.cookie });
    hers.type(' is open.');
    await hers.saved();
    colleagues.type(' So is the road.');
    await colleagues.saved();
    await other.close();
    expect(await whoWrote(articleId)).toEqual(['written: Aysel, Leyla']);
    expect((await kept(articleId))[0]?.createdBy).toBeNull();
  });

  it('do not name somebody for words that were kept by hand already', async () => {
    const other = await room.test.sibling({ revisionPause: 60_000 });
    const articleId = await article('The road');
    const leyla = await makePerson(room.test, { name: 'Leyla' });
    const writer = await room.sitDown(articleId, { url: other.url });
    writer.type(' is closed.');
    await writer.saved();
    await room.aysel.request('POST', `/api/articles/${articleId}/revisions`, {});
    const { storyId } = (await leyla.request('GET', `/api/articles/${articleId}`)).as<Article>();
    const { version } = (await leyla.request('GET', `/api/stories/${storyId}`)).as<Story>();
    await leyla.request('PATCH', `/api/stories/${storyId}`, { version, priority: 1 });
    await other.close();
    await expect.poll(() => whoWrote(articleId), patience).toEqual(['written: Leyla', 'saved: Aysel']);
    expect(await whoKept(articleId)).toEqual(['written by Leyla', 'saved by Aysel']);
  });

  it('are not made where nothing is different in the end', async () => {
    const [same, different] = await Promise.all([article('Snow.'), article('Rain.')]);
    const first = await room.sitDown(same);
    first.type('x');
    await first.saved();
    await expect.poll(() => whoKept(same), patience).toHaveLength(1);
    first.type('y');
    first.takeBack(1);
    await first.saved();
    const second = await room.sitDown(different);
    second.type(' Fog.');
    await second.saved();
    await expect.poll(() => whoKept(different), patience).toHaveLength(1);
    expect(await whoKept(same)).toHaveLength(1);
  });

  it('hold what somebody changed beside the text', async () => {
    const articleId = await article('The market');
    const { version } = (await room.aysel.request('GET', `/api/articles/${articleId}`)).as<Article>();
    await room.aysel.request('PATCH', `/api/articles/${articleId}`, { version, slug: 'the-old-market' });
    await expect.poll(() => whoKept(articleId), patience).toEqual(['written by Aysel']);
    expect((await kept(articleId))[0]?.metadata.slug).toBe('the-old-market');
  });

  it('are made before a process stops in the middle of a pause', async () => {
    const other = await room.test.sibling({ revisionPause: 60_000 });
    const articleId = await article('The river');
    const writer = await room.sitDown(articleId, { url: other.url });
    writer.type(' rose.');
    await writer.saved();
    writer.leave();
    await other.close();
    expect(await whoKept(articleId)).toEqual(['written by Aysel']);
  });
});
