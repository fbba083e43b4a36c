import type { Article, Problem, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeRegion } from '../../test/factories/make-region.ts';
import { makeSection, type MadeNamed } from '../../test/factories/make-section.ts';

describe('an article on its way to its readers', () => {
  let test: TestApp;
  let section: MadeNamed;
  let region: MadeNamed;
  let desk: TestPerson;
  let journalist: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    section = await makeSection(test);
    region = await makeRegion(test);
    desk = await makePerson(test, { role: 'desk_editor', name: 'Narine' });
    journalist = await makePerson(test, {
      role: 'journalist',
      regions: [region.id],
      languages: ['en', 'az'],
    });
  });
  afterAll(() => test.close());

  const begin = async (headline: string | null): Promise<Article> => {
    const made = await journalist.request('POST', '/api/stories', { language: 'en', sectionId: section.id });
    expect(made.status).toBe(201);
    const [summary] = made.as<Story>().articles;
    if (headline !== null)
      await writeText(test, summary!.id, journalist.id, makeContent(headline, [`${headline}: the text.`]));
    return (await journalist.request('GET', `/api/articles/${summary!.id}`)).as<Article>();
  };
  const step = async (person: TestPerson, article: Article, name: string, more: object = {}) =>
    person.request('POST', `/api/articles/${article.id}/${name}`, { version: article.version, ...more });

  it('goes from the journalist to the desk and out', async () => {
    const draft = await begin('A new bridge');
    expect(draft.may).toEqual({ write: true, suggest: true, comment: true, steps: ['submit'] });
    const submitted = (await step(journalist, draft, 'submit')).as<Article>();
    expect(submitted.status).toBe('in_review');
    expect(submitted.may.steps).toEqual([]);
    const seenByDesk = (await desk.request('GET', `/api/articles/${draft.id}`)).as<Article>();
    expect(seenByDesk.may.steps).toEqual(['approve', 'send_back', 'publish', 'schedule']);
    const published = await step(desk, seenByDesk, 'publish');
    expect(published.status).toBe(200);
    expect(published.as<Article>()).toMatchObject({
      status: 'published',
      slug: 'a-new-bridge',
      changedSincePublication: false,
      publicUrl: 'http://localhost:3000/en/news/a-new-bridge',
      may: { steps: ['unpublish'] },
    });
    const answer = await fetch(`${test.url}/api/public/en/articles/a-new-bridge`);
    expect(await answer.json()).toMatchObject({
      headline: 'A new bridge',
      html: '<p>A new bridge: the text.</p>',
      regionIds: [region.id],
      translations: [{ language: 'en', slug: 'a-new-bridge' }],
    });
  });

  it('is not published by a journalist', async () => {
    const draft = await begin('No rights');
    expect((await step(journalist, draft, 'publish')).status).toBe(403);
  });

  it('is refused without a headline, a text or a section, and every fault is named', async () => {
    const draft = await begin(null);
    await desk.request('PATCH', `/api/stories/${draft.storyId}`, { version: 1, sectionId: null });
    const answer = await step(desk, draft, 'publish');
    expect(answer.status).toBe(422);
    expect(answer.as<Problem>().code).toBe('ARTICLE_NOT_READY');
    expect(answer.as<Problem>().errors?.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      'headline: headline_missing',
      'section: section_missing',
      'body: text_missing',
    ]);
  });

  it('publishes what was approved, not what was typed later', async () => {
    const draft = await begin('Approved words');
    const approved = (await step(desk, draft, 'approve')).as<Article>();
    await writeText(test, draft.id, journalist.id, makeContent('Approved words', ['Typed too late.']));
    const changed = (await desk.request('GET', `/api/articles/${draft.id}`)).as<Article>();
    expect(changed.changedSinceApproval).toBe(true);
    const published = (await step(desk, approved, 'publish')).as<Article>();
    expect(published).toMatchObject({ status: 'published', changedSincePublication: true });
    const html = (await (await fetch(`${test.url}/api/public/en/articles/approved-words`)).json()) as {
      html: string;
    };
    expect(html.html).toBe('<p>Approved words: the text.</p>');
    expect(published.may.steps).toEqual(['update', 'submit', 'approve', 'schedule', 'unpublish']);
  });

  it('tells a person who comes too late who did what', async () => {
    const draft = await begin('Too late');
    await step(desk, draft, 'approve');
    const answer = await step(desk, draft, 'publish');
    expect(answer.status).toBe(409);
    expect(answer.as<Problem>()).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      change: { by: 'Narine', what: 'approve' },
    });
    expect(answer.as<Problem>().detail).toContain('Narine approved this article');
    const now = (await journalist.request('GET', `/api/articles/${draft.id}`)).as<Article>();
    expect(now).toMatchObject({ version: draft.version + 1, changedBy: 'Narine' });
  });

  it('goes back to its writer with a note', async () => {
    const submitted = (await step(journalist, await begin('Not yet'), 'submit')).as<Article>();
    const back = (await step(desk, submitted, 'send-back', { note: 'Who says so?' })).as<Article>();
    expect(back).toMatchObject({ status: 'draft', deskNote: 'Who says so?' });
  });

  it('can be taken down, answers 410 from then on, and keeps its address', async () => {
    const published = (await step(desk, await begin('Taken down'), 'publish')).as<Article>();
    const gone = (await step(desk, published, 'unpublish')).as<Article>();
    expect(gone).toMatchObject({
      status: 'unpublished',
      publicUrl: null,
      may: { steps: ['publish', 'submit', 'approve', 'schedule'] },
    });
    const answer = await fetch(`${test.url}/api/public/en/articles/taken-down`);
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ code: 'GONE' });
    const other = await begin('Taken down');
    expect((await step(desk, other, 'publish')).as<Article>().slug).toBe('taken-down-2');
  });

  it('moves to a new address and leaves the way at the old one', async () => {
    const published = (await step(desk, await begin('Old address'), 'publish')).as<Article>();
    const renamed = (
      await desk.request('PATCH', `/api/articles/${published.id}`, {
        version: published.version,
        slug: 'new-address',
      })
    ).as<Article>();
    expect(renamed.changedSincePublication).toBe(true);
    expect((await fetch(`${test.url}/api/public/en/articles/new-address`)).status).toBe(404);
    await step(desk, renamed, 'publish');
    const moved = await fetch(`${test.url}/api/public/en/articles/old-address`, { redirect: 'manual' });
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe('/en/news/new-address');
    expect(await moved.json()).toEqual({ redirect: '/en/news/new-address' });
    const other = await begin('Another one');
    const taken = await desk.request('PATCH', `/api/articles/${other.id}`, {
      version: other.version,
      slug: 'old-address',
    });
    expect(taken.status).toBe(409);
    expect(taken.as<Problem>().code).toBe('SLUG_TAKEN');
  });

  it('is refused a time that has passed', async () => {
    const draft = await begin('Yesterday');
    const answer = await step(desk, draft, 'schedule', { publishAt: '2020-01-01T10:00' });
    expect(answer.status).toBe(422);
    expect(answer.as<Problem>().code).toBe('SCHEDULE_IN_PAST');
  });

  it('is scheduled by the clock of the site and taken off the schedule again', async () => {
    const draft = await begin('Later');
    const scheduled = (await step(desk, draft, 'schedule', { publishAt: '2099-01-01T10:00' })).as<Article>();
    expect(scheduled).toMatchObject({ status: 'scheduled', publishAt: '2099-01-01T10:00:00.000Z' });
    expect(scheduled.may.steps).toEqual(['schedule', 'publish', 'unschedule']);
    expect((await step(desk, scheduled, 'unschedule')).as<Article>().status).toBe('approved');
  });

  it('gets another time while it is scheduled, and goes out as it was frozen at first', async () => {
    const draft = await begin('Another time');
    const scheduled = (await step(desk, draft, 'schedule', { publishAt: '2099-01-01T10:00' })).as<Article>();
    await writeText(test, draft.id, journalist.id, makeContent('Typed after that', ['Too late.']));
    const moved = await step(desk, scheduled, 'schedule', { publishAt: '2099-02-02T09:30' });
    expect(moved.status).toBe(200);
    expect(moved.as<Article>()).toMatchObject({
      status: 'scheduled',
      publishAt: '2099-02-02T09:30:00.000Z',
      approvedRevisionId: scheduled.approvedRevisionId,
    });
  });
});
