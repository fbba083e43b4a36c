import type {
  Article,
  Draft,
  Problem,
  Revision,
  RevisionList,
  RevisionSummary,
  Story,
} from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { suggestWords } from '../../test/factories/suggest-words.ts';
import { somebodyWaits } from '../../test/somebody-waits.ts';
import { DocumentLog } from '../collaboration/document-log.ts';
import { Documents } from '../collaboration/documents.service.ts';

describe('the history of an article', () => {
  let test: TestApp;
  let chief: TestPerson;
  let id: string;
  beforeAll(async () => {
    test = await createTestApp();
    chief = await makePerson(test, { role: 'editor_in_chief', name: 'Vera' });
    const { id: sectionId } = await makeSection(test);
    const story = (await chief.request('POST', '/api/stories', { language: 'en', sectionId })).as<Story>();
    id = story.articles[0]!.id;
  });
  afterAll(() => test.close());

  const list = async (of = id) =>
    (await chief.request('GET', `/api/articles/${of}/revisions`)).as<RevisionList>().items;
  const snapshot = (of = id) =>
    test.dataSource.transaction((manager) => test.app.get(Documents).snapshot(manager, of));

  it('lists what was named or published of a history that is longer than a list can be', async () => {
    const story = (await chief.request('POST', '/api/stories', { language: 'en' })).as<Story>();
    const long = story.articles[0]!.id;
    const named = await chief.request('POST', `/api/articles/${long}/revisions`, { name: 'The first draft' });
    expect(named.status).toBe(201);
    await test.dataSource.query(
      `insert into revision (id, article_id, number, reason, content, metadata, word_count, document_seq, schema_version)
       select gen_random_uuid(), article_id, number + n, 'written', content, metadata, word_count, document_seq, schema_version
         from revision, generate_series(1, 1010) n where article_id = $1`,
      [long],
    );
    const shown = await list(long);
    expect([shown.length, shown.at(-1)?.name, shown[0]?.number]).toEqual([1001, 'The first draft', 1011]);
  });

  it('keeps what was saved by hand, approved and published, and says which is which', async () => {
    await writeText(test, id, chief.id, makeContent('First'));
    const saved = await chief.request('POST', `/api/articles/${id}/revisions`, {});
    expect(saved.status).toBe(201);
    expect(saved.as<RevisionSummary>()).toMatchObject({
      number: 1,
      reason: 'saved',
      headline: 'First',
      createdBy: { name: 'Vera' },
      isPublished: false,
    });
    await writeText(test, id, chief.id, makeContent('Second'));
    let article = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    article = (
      await chief.request('POST', `/api/articles/${id}/approve`, { version: article.version })
    ).as<Article>();
    expect((await list()).map((each) => [each.reason, each.isApproved])).toEqual([
      ['approved', true],
      ['saved', false],
    ]);
    await chief.request('POST', `/api/articles/${id}/publish`, { version: article.version });
    expect((await list()).map((each) => [each.number, each.isPublished])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it('names who wrote since the version before, whoever keeps it', async () => {
    const leyla = await makePerson(test, { role: 'editor_in_chief', name: 'Leyla' });
    const story = (await chief.request('POST', '/api/stories', { language: 'en' })).as<Story>();
    const articleId = story.articles[0]!.id;
    const change = async (input: object) => {
      const { version } = (await leyla.request('GET', `/api/stories/${story.id}`)).as<Story>();
      expect((await leyla.request('PATCH', `/api/stories/${story.id}`, { version, ...input })).status).toBe(
        200,
      );
    };
    const writers = async () => {
      const saved = await chief.request('POST', `/api/articles/${articleId}/revisions`, {});
      const { createdBy, writtenBy } = saved.as<RevisionSummary>();
      expect(createdBy?.name).toBe('Vera');
      return writtenBy.map(({ name }) => name);
    };
    // a story that Vera only began
    await writeText(test, articleId, leyla.id, makeContent('By one'));
    expect(await writers()).toEqual(['Leyla']);
    await writeText(test, articleId, leyla.id, makeContent('By two'));
    await writeText(test, articleId, chief.id, makeContent('By both'));
    const now = (await chief.request('GET', `/api/articles/${articleId}/draft`)).as<Draft>();
    expect(now.writtenBy.map(({ name }) => name)).toEqual(['Leyla', 'Vera']);
    expect(await writers()).toEqual(['Leyla', 'Vera']);
    expect(await writers()).toEqual([]);
    await change({ priority: 1 });
    expect(await writers()).toEqual(['Leyla']);
    await change({ notes: 'Shorter, please.' });
    await writeText(test, articleId, chief.id, makeContent('Shorter'));
    expect(await writers()).toEqual(['Vera']);
  });

  it('shows a revision as readers would get it', async () => {
    const [, first] = await list();
    const revision = (await chief.request('GET', `/api/revisions/${first!.id}`)).as<Revision>();
    expect(revision).toMatchObject({ headline: 'First', html: '<p>The bridge opened.</p>' });
    expect(revision.content.headline).toBe('First');
  });

  it('puts an old text back as a change of its own, and keeps what stood there', async () => {
    await writeText(test, id, chief.id, makeContent('Third'));
    const first = (await list()).at(-1)!;
    const answer = await chief.request('POST', `/api/articles/${id}/restore`, { revisionId: first.id });
    expect(answer.status).toBe(200);
    expect(answer.as<Article>()).toMatchObject({ status: 'published', changedSincePublication: true });
    expect((await snapshot()).content.headline).toBe('First');
    expect((await list())[0]).toMatchObject({ reason: 'restored', headline: 'Third' });
  });

  /** An article of Vera's with a version of its first text, and another text in the same block now. */
  const rewritten = async () => {
    const { id: sectionId } = await makeSection(test);
    const story = (await chief.request('POST', '/api/stories', { language: 'en', sectionId })).as<Story>();
    const articleId = story.articles[0]!.id;
    const before = makeContent('Before', ['The ferry waits.']);
    await writeText(test, articleId, chief.id, before);
    const saved = await chief.request('POST', `/api/articles/${articleId}/revisions`, {});
    const now = { ...before, headline: 'Now' };
    await writeText(test, articleId, chief.id, now);
    const { id: revisionId } = saved.as<RevisionSummary>();
    return {
      articleId,
      restore: () => chief.request('POST', `/api/articles/${articleId}/restore`, { revisionId }),
    };
  };

  it('puts nothing back while there are suggestions that it would delete', async () => {
    const { articleId, restore } = await rewritten();
    await suggestWords(test, articleId, chief.id, 'Still, ');
    const answer = await restore();
    expect([answer.status, answer.as<Problem>().code]).toEqual([409, 'SUGGESTIONS_OPEN']);
    const { suggestions, content: kept } = await snapshot(articleId);
    expect(suggestions).toHaveLength(1);
    expect(kept.headline).toBe('Now');
    expect((await list(articleId)).map(({ reason }) => reason)).toEqual(['saved']);
  });

  it('lets no edit slip between what it keeps and what it puts back', async () => {
    const { articleId, restore } = await rewritten();
    const log = test.app.get(DocumentLog);
    const { ydoc } = await log.load(articleId);
    const updates: Uint8Array[] = [];
    ydoc.on('update', (bytes: Uint8Array) => updates.push(bytes));
    const block = ydoc.getXmlFragment('body').get(0) as Y.XmlElement;
    (block.get(0) as Y.XmlText).insert(16, ' It left at noon.');

    const waiting: Promise<unknown>[] = [];
    await test.dataSource.transaction(async (manager) => {
      await manager.query('select 1 from article where id = $1 for update', [articleId]);
      waiting.push(restore());
      await expect.poll(() => somebodyWaits(test)).toBe(true);
      waiting.push(log.append(articleId, [{ bytes: Y.mergeUpdates(updates), userId: chief.id }]));
      await expect.poll(() => somebodyWaits(test, 2)).toBe(true);
    });
    await Promise.all(waiting);

    const { content: now } = await snapshot(articleId);
    expect(now.headline).toBe('Before');
    expect(JSON.stringify(now.body)).toContain('The ferry waits. It left at noon.');
  });

  it('does not take another article’s revision', async () => {
    const other = (await chief.request('POST', '/api/stories', { language: 'en' })).as<Story>().articles[0]!;
    const [newest] = await list();
    const answer = await chief.request('POST', `/api/articles/${other.id}/restore`, {
      revisionId: newest!.id,
    });
    expect(answer.status).toBe(404);
  });

  it('knows from when until when readers had which version', async () => {
    const shown = (await list()).filter(({ published }) => published.length > 0);
    expect(shown.map(({ published }) => published.map(({ until }) => until === null))).toEqual([[true]]);
    const article = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    await chief.request('POST', `/api/articles/${id}/unpublish`, { version: article.version });
    const [gone] = (await list()).filter(({ published }) => published.length > 0);
    const [period] = gone!.published;
    expect(Date.parse(period!.until!)).toBeGreaterThan(Date.parse(period!.since));
  });

  it('lets people name a version, name it otherwise and take the name away', async () => {
    const named = (
      await chief.request('POST', `/api/articles/${id}/revisions`, { name: ' First full draft ' })
    ).as<RevisionSummary>();
    expect(named).toMatchObject({ reason: 'saved', name: 'First full draft' });
    const rename = async (name: string | null) =>
      (await chief.request('PATCH', `/api/revisions/${named.id}`, { name })).as<RevisionSummary>().name;
    expect(await rename('Before the desk')).toBe('Before the desk');
    expect(await rename(null)).toBeNull();
    const refused = await chief.request('PATCH', `/api/revisions/${named.id}`, { name: ' ', number: 9 });
    expect(refused.status).toBe(422);
  });

  it('shows what stands there now beside what any version holds', async () => {
    await writeText(test, id, chief.id, makeContent('Just now'));
    const now = (await chief.request('GET', `/api/articles/${id}/draft`)).as<Draft>();
    expect(now.content.headline).toBe('Just now');
    expect(Object.keys(now.metadata).sort()).toEqual(Object.keys((await list())[0]!.metadata).sort());
  });

  it('holds the address that would be made from the headline, now as in a version', async () => {
    const story = (await chief.request('POST', '/api/stories', { language: 'en' })).as<Story>();
    const path = `/api/articles/${story.articles[0]!.id}`;
    await writeText(test, story.articles[0]!.id, chief.id, makeContent('The old ferry goes'));
    const saved = (await chief.request('POST', `${path}/revisions`, {})).as<RevisionSummary>();
    expect(saved.metadata.slug).toBe('the-old-ferry-goes');
    expect((await chief.request('GET', `${path}/draft`)).as<Draft>().metadata).toEqual(saved.metadata);
  });

  it('never changes a revision', async () => {
    await expect(test.dataSource.query('update revision set word_count = 0')).rejects.toThrow('immutable');
  });
});
