import { renderText } from '@broadsheet/document';
import type { Revision, RevisionList, RevisionSummary, ServerMessage } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeContent, writeText } from '../factories/make-content.ts';
import { makePerson, type TestPerson } from '../factories/make-person.ts';
import { somebodyWaits } from '../somebody-waits.ts';
import { makeArticle, oneParagraph, storedText } from './newsroom.ts';
import type { Writer } from './writer.ts';
import { WritingRoom } from './writing-room.ts';

/** The machine may be busy. */
const patience = { timeout: 15_000 };

describe('a version that is restored while somebody writes', () => {
  let room: WritingRoom;
  let vera: TestPerson;
  beforeAll(async () => {
    room = await WritingRoom.open({ revisionPause: 600_000 });
    vera = await makePerson(room.test, { role: 'editor_in_chief', name: 'Vera' });
  });
  afterAll(() => room.close());

  /** An article with a version of its first words, "The ferry waits.", and other words now, in another paragraph. */
  const rewritten = async () => {
    const articleId = await makeArticle(room.test, {
      createdById: room.aysel.id,
      content: makeContent('The ferry', ['The ferry waits.']),
    });
    const path = `/api/articles/${articleId}`;
    const saved = await vera.request('POST', `${path}/revisions`, { name: 'Before noon' });
    await writeText(room.test, articleId, room.aysel.id, oneParagraph('It left', 'The ferry'));
    const { id: revisionId } = saved.as<RevisionSummary>();
    const restore = async () => {
      expect((await vera.request('POST', `${path}/restore`, { revisionId })).status).toBe(200);
    };
    return { articleId, restore, version: saved.as<RevisionSummary>() };
  };
  const kept = async (articleId: string): Promise<RevisionSummary[]> =>
    (await vera.request('GET', `/api/articles/${articleId}/revisions`)).as<RevisionList>().items;
  const textOf = async (revisionId: string) =>
    renderText((await vera.request('GET', `/api/revisions/${revisionId}`)).as<Revision>().content.body);
  const heard = async <T extends ServerMessage['type']>({ told }: Writer, type: T) => {
    const of = () => told.filter((each): each is Extract<ServerMessage, { type: T }> => each.type === type);
    await expect.poll(() => of().length, patience).toBe(1);
    return of()[0]!;
  };

  it('tells everybody who has the article open who restored which version, and where the words before are kept', async () => {
    const { articleId, restore, version } = await rewritten();
    const other = await room.test.sibling();
    const here = await room.sitDown(articleId);
    const elsewhere = await room.sitDown(articleId, { url: other.url });
    here.type(' at noon.');
    await here.saved();
    await restore();
    for (const writer of [here, elsewhere]) {
      const news = await heard(writer, 'restored');
      expect(news).toMatchObject({
        by: { id: vera.id, name: 'Vera' },
        version: { name: 'Before noon', reason: 'saved', createdAt: version.createdAt },
      });
      // with the last words, of which no version knew
      expect(await textOf(news.keptId)).toBe('It left at noon.');
    }
    await other.close();
  });

  it('keeps words that were on their way into a paragraph that it took away, and tells who wrote them', async () => {
    const { articleId, restore } = await rewritten();
    const writer = await room.sitDown(articleId);
    const colleague = await room.sitDown(articleId, { cookie: vera.cookie });
    const { dataSource } = room.test;
    let restored: Promise<void> | undefined;
    await dataSource.transaction(async (manager) => {
      await manager.query('select 1 from article where id = $1 for update', [articleId]);
      restored = restore();
      await expect.poll(() => somebodyWaits(room.test), patience).toBe(true);
      writer.type(' at noon.');
      await expect.poll(() => somebodyWaits(room.test, 2), patience).toBe(true);
    });
    await restored;
    await writer.saved();
    expect(await storedText(room.test, articleId)).toBe('The ferry waits.');
    const { keptId } = await heard(writer, 'late');
    expect(await textOf(keptId)).toBe('It left at noon.');
    const [late, before] = await kept(articleId);
    expect(late).toMatchObject({ id: keptId, reason: 'restored', createdBy: { name: 'Aysel' } });
    expect(await textOf(before!.id)).toBe('It left');
    expect(colleague.messages).not.toContain('late');
  });

  it('keeps what somebody wrote without a connection into a paragraph that it took away', async () => {
    const { articleId, restore } = await rewritten();
    const writer = await room.sitDown(articleId);
    await writer.goOffline();
    writer.type(' at noon. So');
    writer.takeBack(3);
    await restore();
    await writer.comeBack();
    await writer.saved();
    const { keptId } = await heard(writer, 'late');
    expect(await textOf(keptId)).toBe('It left at noon.');
  });
});
