import { ModulesContainer } from '@nestjs/core';
import {
  newsroomActions,
  roles,
  scopedActions,
  type NewsroomAction,
  type Role,
  type ScopedAction,
  type StoryPage,
} from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeThread } from '../../test/factories/make-thread.ts';
import type { Answer } from '../../test/factories/send-request.ts';
import {
  makePlaced,
  makePlaces,
  placedAs,
  type Placed,
  type Places,
} from '../../test/factories/walked-stories.ts';
import { declaredRoutes } from '../auth/declared-routes.ts';
import type { AccessRule } from '../common/access.ts';
import { answersOf, columns, narrow, newsroom, type Column } from './permission-table.ts';
import { routeTable } from './route-table.ts';

const some = '0198b7a0-0000-7000-8000-000000000000';
/** A version that nothing has, so that a step which may be taken stops before it changes the story for the next. */
const stale = { version: 999 };

interface Target extends Placed {
  story: string;
  article: string;
  revision: string;
  thread: string;
  comment: string;
}

/** What is sent where `stale` would not do. */
const bodies: Record<string, (target: Target) => unknown> = {
  'POST /api/stories': ({ language, sectionId, regionIds }) => ({ language, sectionId, regionIds }),
  'POST /api/stories/{story}/articles': ({ language }) => ({ language }),
  'POST /api/articles/{article}/schedule': () => ({ ...stale, publishAt: '2099-01-01T10:00' }),
  'POST /api/stories/import': (target) => aFile(target),
  'POST /api/articles/{article}/import': () => aFile(),
  'POST /api/articles/{article}/restore': ({ revision }) => ({ revisionId: revision }),
  'POST /api/articles/{article}/revisions': () => ({}),
  'PATCH /api/revisions/{revision}': () => ({ name: 'First full draft' }),
  'POST /api/articles/{article}/preview': () => undefined,
  'POST /api/articles/{article}/preview-links': () => ({ name: 'The mayor', hours: 1 }),
  'POST /api/articles/{article}/threads': () => ({ place: { kind: 'headline' }, text: 'Too long?' }),
  'PATCH /api/threads/{thread}': () => ({ isBlocking: true }),
  'POST /api/threads/{thread}/comments': () => ({ text: 'So it is.' }),
  'PATCH /api/comments/{comment}': () => ({ text: 'In other words' }),
};

/** A file that could be a draft; a new story stands where it is told to. */
function aFile(place?: Placed): FormData {
  const form = new FormData();
  if (place)
    form.append(
      'story',
      JSON.stringify({ language: place.language, sectionId: place.sectionId, regionIds: place.regionIds }),
    );
  form.append('file', new File(['Snow fell at night.'], 'snow.md'));
  return form;
}

const isScoped = (need: string): need is ScopedAction => (scopedActions as readonly string[]).includes(need);
const isNewsroom = (need: string): need is NewsroomAction =>
  (newsroomActions as readonly string[]).includes(need);

const needOf = (access: AccessRule | undefined) =>
  typeof access === 'object' ? ('scoped' in access ? access.scoped : access.newsroom) : access;

describe('S7: every route × every role × own and foreign, as the table written by hand says', () => {
  let test: TestApp;
  let places: Places;
  let chief: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    places = await makePlaces(test);
    chief = await makePerson(test, { role: 'admin' });
  });
  afterAll(() => test.close());

  const narrowPerson = (role: Role) =>
    makePerson(
      test,
      role === 'admin'
        ? { role }
        : { role, sections: [places.section], regions: [places.region], languages: [places.language] },
    );

  const makeTarget = async (column: Column, personId: string): Promise<Target> => {
    const placed = placedAs(column, places, personId);
    const { storyId: story, articleId: article } = await makePlaced(test, placed);
    const saved = await chief.request('POST', `/api/articles/${article}/revisions`, {});
    const [thread, comment] = await makeThread(test, article, personId);
    return { ...placed, story, article, revision: saved.as<{ id: string }>().id, thread, comment };
  };

  it('the table of routes is whole and says what the routes say', () => {
    const declared = declaredRoutes(test.app.get(ModulesContainer)).map(({ method, path, access }) => [
      `${method} ${path}`,
      needOf(access),
    ]);
    const written = Object.entries(routeTable).map(([route, need]) => [
      route.replace(/{(story|article|revision|thread|comment)}/, '{id}'),
      need,
    ]);
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(declared));
  });

  const scopedRoutes = Object.entries(routeTable).flatMap(([route, need]) =>
    isScoped(need) ? [{ route, action: need }] : [],
  );

  const ask = (person: TestPerson, route: string, target: Target): Promise<Answer> => {
    const [method = '', path = ''] = route.split(' ');
    const address = path
      .replace('{story}', target.story)
      .replace('{article}', target.article)
      .replace('{revision}', target.revision)
      .replace('{linkId}', some)
      .replace('{format}', 'md')
      .replace('{thread}', target.thread)
      .replace('{comment}', target.comment);
    const body =
      method === 'GET' || method === 'DELETE' ? undefined : (bodies[route] ?? (() => stale))(target);
    return person.request(method, address, body);
  };

  /** 404 for what a person may not read, 403 for what they may not do, and for roles that never may. */
  const expected = (role: Role, action: ScopedAction, column: Column): 'done' | 403 | 404 => {
    const at = columns.indexOf(column);
    const line = answersOf(narrow[role][action]);
    if (line[at]) return 'done';
    if (action === 'story.create' || !line.includes(true)) return 403;
    return answersOf(narrow[role]['story.read'])[at] ? 403 : 404;
  };

  const outcome = ({ status }: Answer): 'done' | number =>
    status === 401 || status === 403 || status === 404 || status >= 500 ? status : 'done';

  it.each(roles)('stories and articles, for a %s', async (role) => {
    const person = await narrowPerson(role);
    const wrong: string[] = [];
    for (const column of columns) {
      const target = await makeTarget(column, person.id);
      for (const { route, action } of scopedRoutes) {
        // a new story is always one's own, and one sent without a place is put where the grant lets it be
        if (action === 'story.create' && /^(by another|no )/.test(column)) continue;
        const answer = await ask(person, route, target);
        const wanted = expected(role, action, column);
        if (outcome(answer) !== wanted)
          wrong.push(`${route}, ${column}: ${JSON.stringify(answer.body)}, not ${String(wanted)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(roles)('the list of stories holds what a %s may read, and nothing else', async (role) => {
    const person = await narrowPerson(role);
    const readable = answersOf(narrow[role]['story.read']);
    const wanted: string[] = [];
    const hidden: string[] = [];
    for (const [index, column] of columns.entries()) {
      const { storyId } = await makePlaced(test, placedAs(column, places, person.id));
      (readable[index] ? wanted : hidden).push(storyId);
    }
    const listed = (await person.request('GET', '/api/stories?sort=created'))
      .as<StoryPage>()
      .items.map(({ id }) => id);
    expect(wanted.filter((id) => !listed.includes(id))).toEqual([]);
    expect(hidden.filter((id) => listed.includes(id))).toEqual([]);
  });

  it.each(roles)('what is of the whole newsroom, for a %s', async (role) => {
    const person = await narrowPerson(role);
    for (const [route, need] of Object.entries(routeTable)) {
      if (!isNewsroom(need)) continue;
      const [method = '', path = ''] = route.split(' ');
      const body =
        route === 'POST /api/media' ? new FormData() : method === 'GET' || method === 'HEAD' ? undefined : {};
      const { status } = await person.request(method, path.replace(/{\w+}/g, some), body);
      const allowed = answersOf(newsroom[need])[roles.indexOf(role)];
      expect([route, status !== 403]).toEqual([route, allowed]);
      expect(status).toBeLessThan(500);
    }
  });

  it('somebody without a grant reads lists that everybody reads, and no story', async () => {
    const nobody = await makePerson(test, { role: null });
    const target = await makeTarget('own', nobody.id);
    for (const { route } of scopedRoutes)
      expect([route, outcome(await ask(nobody, route, target))]).toEqual([route, 403]);
    expect((await nobody.request('GET', '/api/stories')).as<StoryPage>().items).toEqual([]);
    expect((await nobody.request('GET', '/api/sections')).status).toBe(200);
  });
});
