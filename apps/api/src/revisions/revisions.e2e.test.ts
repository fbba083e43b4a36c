import type { Article, Revision, RevisionList, RevisionSummary, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeSection } from '../../test/factories/make-section.ts';
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

  const list = async () =>
    (await chief.request('GET', `/api/articles/${id}/revisions`)).as<RevisionList>().items;
  const content = () =>
    test.dataSource.transaction(
      async (manager) => (await test.app.get(Documents).snapshot(manager, id)).content,
    );

  it('keeps what was saved by hand, approved and published, and says which is which', async () => {
    await writeText(test, id, chief.id, makeContent('First'));
    const saved = await chief.request('POST', `/api/articles/${id}/revisions`);
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
    expect((await content()).headline).toBe('First');
    expect((await list())[0]).toMatchObject({ reason: 'restored', headline: 'Third' });
  });

  it('does not take another article’s revision', async () => {
    const other = (await chief.request('POST', '/api/stories', { language: 'en' })).as<Story>().articles[0]!;
    const [newest] = await list();
    const answer = await chief.request('POST', `/api/articles/${other.id}/restore`, {
      revisionId: newest!.id,
    });
    expect(answer.status).toBe(404);
  });

  it('never changes a revision', async () => {
    await expect(test.dataSource.query('update revision set word_count = 0')).rejects.toThrow('immutable');
  });
});
