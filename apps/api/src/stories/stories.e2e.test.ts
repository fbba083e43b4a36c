import type { Article, Problem, Revision, Story, StoryPage } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeRegion } from '../../test/factories/make-region.ts';
import { makeSection, type MadeNamed } from '../../test/factories/make-section.ts';
import { makeSettings } from '../../test/factories/make-settings.ts';
import { makeTopic } from '../../test/factories/make-term.ts';
import { Documents } from '../collaboration/documents.service.ts';

describe('a story', () => {
  let test: TestApp;
  let [politics, culture, georgia, iran] = [] as unknown as [MadeNamed, MadeNamed, MadeNamed, MadeNamed];
  let chief: TestPerson;
  let journalist: TestPerson;
  let stranger: TestPerson;
  beforeAll(async () => {
    test = await createTestApp({ projectionDelay: 10, logPoll: 50 });
    [politics, culture] = [await makeSection(test), await makeSection(test)];
    [georgia, iran] = [await makeRegion(test), await makeRegion(test)];
    chief = await makePerson(test, { role: 'editor_in_chief', name: 'Vera' });
    journalist = await makePerson(test, {
      role: 'journalist',
      sections: [politics.id],
      regions: [georgia.id],
      languages: ['en', 'ru'],
    });
    stranger = await makePerson(test, { role: 'journalist', regions: [iran.id] });
  });
  afterAll(() => test.close());

  const create = (person: TestPerson, input: object) => person.request('POST', '/api/stories', input);
  const code = (answer: { body: unknown }) => (answer.body as Problem).code;

  describe('when it is begun', () => {
    it('stands within its writer’s own scope where they chose nothing', async () => {
      const story = (await create(journalist, { language: 'en' })).as<Story>();
      expect(story).toMatchObject({
        sectionId: politics.id,
        regionIds: [georgia.id],
        createdBy: { id: journalist.id },
        may: { edit: true, startLanguages: ['ru'] },
      });
      expect(story.articles).toHaveLength(1);
    });

    it('is nowhere yet when its writer covers everything', async () => {
      expect((await create(chief, { language: 'az' })).as<Story>()).toMatchObject({
        sectionId: null,
        regionIds: [],
      });
    });

    it.each([
      ['in a language', () => ({ language: 'hy' })],
      ['in a section', () => ({ language: 'en', sectionId: culture.id })],
      ['in a region', () => ({ language: 'en', regionIds: [iran.id] })],
    ])('is refused %s that its writer does not cover', async (_where, input) => {
      const answer = await create(journalist, input());
      expect([answer.status, code(answer)]).toEqual([403, 'FORBIDDEN']);
    });

    it('is refused in a language that the site is not published in', async () => {
      await makeSettings(test, { liveLanguages: ['az', 'ru', 'en'] });
      expect(code(await create(chief, { language: 'hy' }))).toBe('LANGUAGE_NOT_LIVE');
      await makeSettings(test);
    });

    it('is refused in a section that does not exist, and with fields of its own making (S8)', async () => {
      const unknown = await create(chief, { language: 'en', sectionId: georgia.id });
      expect(code(unknown)).toBe('INPUT_INVALID');
      const assigned = await create(chief, { language: 'en', createdById: stranger.id, version: 9 });
      expect(code(assigned)).toBe('INPUT_INVALID');
    });
  });

  describe('for those who may not read it (S7)', () => {
    it('does not exist: neither it, nor its article, nor its history', async () => {
      const story = (await create(journalist, { language: 'en' })).as<Story>();
      const article = story.articles[0]!.id;
      const revision = (
        await journalist.request('POST', `/api/articles/${article}/revisions`, {})
      ).as<Revision>();
      const gets = [
        `/api/stories/${story.id}`,
        `/api/articles/${article}`,
        `/api/articles/${article}/revisions`,
        `/api/articles/${article}/draft`,
        `/api/revisions/${revision.id}`,
      ];
      for (const path of gets) {
        expect((await journalist.request('GET', path)).status).toBe(200);
        expect((await stranger.request('GET', path)).status).toBe(404);
        expect((await fetch(`${test.url}${path}`)).status).toBe(401);
      }
      const changes: [string, string, object][] = [
        ['PATCH', `/api/stories/${story.id}`, { version: 1, priority: 1 }],
        ['POST', `/api/stories/${story.id}/articles`, { language: 'az' }],
        ['PATCH', `/api/articles/${article}`, { version: 1, seoTitle: 'x' }],
        ['POST', `/api/articles/${article}/submit`, { version: 1 }],
        ['POST', `/api/articles/${article}/revisions`, {}],
        ['PATCH', `/api/revisions/${revision.id}`, { name: 'Mine' }],
        ['POST', `/api/articles/${article}/restore`, { revisionId: revision.id }],
        ['POST', `/api/articles/${article}/preview-links`, { name: 'The mayor', hours: 1 }],
        ['DELETE', `/api/articles/${article}/preview-links/${article}`, {}],
      ];
      for (const [method, path, body] of changes)
        expect([path, (await stranger.request(method, path, body)).status]).toEqual([path, 404]);
      const list = (await stranger.request('GET', '/api/stories')).as<StoryPage>();
      expect(list.items.map((item) => item.id)).not.toContain(story.id);
    });
  });

  describe('when it is moved', () => {
    it('needs the right where it stands and where it goes', async () => {
      const story = (await create(journalist, { language: 'en' })).as<Story>();
      const away = await journalist.request('PATCH', `/api/stories/${story.id}`, {
        version: story.version,
        regionIds: [iran.id],
      });
      expect(away.status).toBe(403);
      const wider = await journalist.request('PATCH', `/api/stories/${story.id}`, {
        version: story.version,
        regionIds: [iran.id, georgia.id],
      });
      expect(wider.as<Story>().regionIds).toEqual([iran.id, georgia.id]);
      expect((await stranger.request('GET', `/api/stories/${story.id}`)).status).toBe(200);
    });

    it('tells the second of two who changed it meanwhile', async () => {
      const story = (await create(journalist, { language: 'en' })).as<Story>();
      const topic = await makeTopic(test);
      const first = await chief.request('PATCH', `/api/stories/${story.id}`, {
        version: story.version,
        topicIds: [topic.id],
        priority: 1,
      });
      expect(first.as<Story>()).toMatchObject({ topicIds: [topic.id], priority: 1, changedBy: 'Vera' });
      const second = await journalist.request('PATCH', `/api/stories/${story.id}`, {
        version: story.version,
        topicIds: [],
      });
      expect([second.status, code(second)]).toEqual([409, 'CHANGED_MEANWHILE']);
      expect(second.as<Problem>().detail).toContain('Vera');
    });
  });

  describe('in another language', () => {
    it('starts from the source’s text, block by block, and remembers the revision', async () => {
      const story = (await create(journalist, { language: 'en' })).as<Story>();
      const content = makeContent('The source', ['One.', 'Two.']);
      await writeText(test, story.articles[0]!.id, journalist.id, content);
      const answer = await journalist.request('POST', `/api/stories/${story.id}/articles`, {
        language: 'ru',
        from: 'en',
      });
      expect(answer.status).toBe(201);
      const translation = answer.as<Article>();
      expect(translation).toMatchObject({ language: 'ru', sourceLanguage: 'en', headline: 'The source' });
      const seeded = await test.dataSource.transaction((manager) =>
        test.app.get(Documents).snapshot(manager, translation.id),
      );
      expect(seeded.content).toEqual(content);
      const [row] = (await test.dataSource.query(
        'select r.content from article a join revision r on r.id = a.source_revision_id where a.id = $1',
        [translation.id],
      )) as [{ content: unknown }];
      expect(row.content).toEqual(content);
    });

    it('exists once, however many begin it at the same time', async () => {
      const story = (await create(chief, { language: 'en' })).as<Story>();
      const answers = await Promise.all(
        [1, 2, 3].map(() => chief.request('POST', `/api/stories/${story.id}/articles`, { language: 'az' })),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
      expect(answers.filter((answer) => answer.status === 409).map(code)).toEqual([
        'LANGUAGE_EXISTS',
        'LANGUAGE_EXISTS',
      ]);
    });

    it('is begun by its translator, who may read the source and not edit the story', async () => {
      const translator = await makePerson(test, { role: 'translator', languages: ['az'] });
      const story = (await create(journalist, { language: 'en' })).as<Story>();
      const seen = (await translator.request('GET', `/api/stories/${story.id}`)).as<Story>();
      expect(seen.may).toEqual({ edit: false, startLanguages: ['az'] });
      const path = `/api/stories/${story.id}/articles`;
      expect((await translator.request('POST', path, { language: 'ru' })).status).toBe(403);
      expect((await translator.request('POST', path, { language: 'az', from: 'en' })).status).toBe(201);
    });
  });

  describe('in the list', () => {
    it('is found by what was written in it, with filters, page by page', async () => {
      const person = await makePerson(test, { role: 'editor_in_chief' });
      const made: string[] = [];
      for (let number = 0; number < 33; number++)
        made.push((await create(person, { language: 'en', sectionId: culture.id })).as<Story>().id);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const more: string = cursor ? `&cursor=${cursor}` : '';
        const page: StoryPage = (
          await person.request('GET', `/api/stories?mine=true&sort=created${more}`)
        ).as<StoryPage>();
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(made.reverse());
      const [first] = (await person.request('GET', `/api/stories/${made[0]}`)).as<Story>().articles;
      await writeText(test, first!.id, person.id, makeContent('100% of Körpü', ['Söz söz.']));
      for (const [search, count] of [
        ['100%', 1],
        ['körpü söz', 1],
        ['%', 1],
        ['_', 0],
        ["' or 1=1 --", 0],
      ] as const)
        await expect
          .poll(
            async () =>
              (
                await person.request('GET', `/api/stories?mine=true&search=${encodeURIComponent(search)}`)
              ).as<StoryPage>().items.length,
          )
          .toBe(count);
      const path = `/api/stories?mine=true&language=az&section=${culture.id}`;
      expect((await person.request('GET', path)).as<StoryPage>().items).toEqual([]);
    });

    it('refuses filters that it does not know (S1)', async () => {
      for (const query of ['createdBy=x', 'sort=password_hash', 'cursor=abc', 'status=secret'])
        expect([400, 422]).toContain((await chief.request('GET', `/api/stories?${query}`)).status);
    });
  });
});
