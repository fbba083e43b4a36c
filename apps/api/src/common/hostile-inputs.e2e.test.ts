import type { Problem, RevisionSummary, Story } from '@broadsheet/types';
import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture } from '../../test/factories/make-picture.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { sendRequest, type Answer } from '../../test/factories/send-request.ts';
import { hostileBodies, rightBody, type InputSchema, type Schemas } from '../../test/hostile-values.ts';

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: InputSchema }[];
  requestBody?: { content?: Record<string, { schema?: InputSchema }> };
}

/** A route with what it takes. */
interface Route {
  method: string;
  path: string;
  /** The path with ids that lead to something, where there is such a thing. */
  address: string;
  body: InputSchema | null;
  parameters: NonNullable<Operation['parameters']>;
}

describe('S8: mass assignment on every input', () => {
  let test: TestApp;
  let admin: TestPerson;
  let schemas: Schemas;
  const routes: Route[] = [];
  beforeAll(async () => {
    test = await createTestApp();
    admin = await makePerson(test, { role: 'admin' });
    const sectionId = (await makeSection(test)).id;
    const story = (await admin.request('POST', '/api/stories', { language: 'en', sectionId })).as<Story>();
    const article = story.articles[0]!.id;
    const revision = (
      await admin.request('POST', `/api/articles/${article}/revisions`, {})
    ).as<RevisionSummary>();
    const ids: Record<string, string> = {
      ...{ sections: sectionId, stories: story.id, articles: article, revisions: revision.id },
      ...{ media: (await makePicture(admin)).id, users: admin.id },
    };
    const document = (await sendRequest(test, 'GET', '/api/openapi.json')).as<OpenAPIObject>();
    schemas = document.components?.schemas as Schemas;
    const given: Record<string, string> = { language: 'en', kind: 'section', after: '0' };
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(item as Record<string, Operation>))
        routes.push({
          method: method.toUpperCase(),
          path,
          address: path.replaceAll(
            /{(\w+)}/g,
            (_, name: string) => given[name] ?? ids[path.split('/')[2] ?? ''] ?? admin.id,
          ),
          body: operation.requestBody?.content?.['application/json']?.schema ?? null,
          parameters: operation.parameters ?? [],
        });
  });
  afterAll(() => test.close());

  const ask = ({ method }: Route, address: string, body?: string): Promise<Answer> =>
    sendRequest(test, method, address, {
      cookie: admin.cookie,
      headers: { 'x-reader-token': test.env.READER_TOKEN },
      ...(body === undefined ? {} : { body }),
    });
  /** Everything that the database holds, in a few signs, but for who was last here and when. */
  const stored = async () => {
    const tables: { name: string }[] = await test.dataSource.query(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('session', 'presence_process') order by 1`,
    );
    const sums = await Promise.all(
      tables.map(async ({ name }): Promise<[string, string]> => {
        const [row]: { sum: string }[] = await test.dataSource.query(
          `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${name}" t`,
        );
        return [name, row?.sum ?? ''];
      }),
    );
    return Object.fromEntries(sums);
  };
  const faultsOf = ({ body }: Answer) => (body as Problem).errors ?? [];
  const isProblem = ({ status, headers }: Answer) =>
    status >= 400 && status < 500 && headers.get('content-type')?.startsWith('application/problem+json');

  it('knows a right body of each route, so that one fault is the only one', async () => {
    const withBody = routes.filter(({ body }) => body !== null);
    expect(withBody.length).toBeGreaterThan(40);
    const wrong: unknown[] = [];
    for (const route of withBody) {
      const surplus = rightBody(route.body!, schemas).replace(/^\{/, '{"surplus":1,').replace(',}', '}');
      const answer = await ask(route, route.address, surplus);
      const faults = faultsOf(answer);
      if (answer.status !== 422 || faults.length !== 1 || faults[0]?.path !== '')
        wrong.push([route.method, route.path, answer.status, faults.length > 0 ? faults : answer.body]);
    }
    expect(wrong).toEqual([]);
  });

  it('each wrong value is refused where it stands, and nothing of it is stored', async () => {
    const before = await stored();
    const taken: unknown[] = [];
    let tried = 0;
    for (const route of routes)
      for (const { what, path, text } of route.body ? hostileBodies(route.body, schemas) : []) {
        tried += 1;
        const answer = await ask(route, route.address, text);
        const place = path.join('.');
        const named = faultsOf(answer).some(({ path: at }) => place.startsWith(at) || at.startsWith(place));
        if (!isProblem(answer) || answer.status !== 422 || !named)
          taken.push(
            `${route.method} ${route.path} ${place} ${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`,
          );
      }
    expect(taken).toEqual([]);
    expect(tried).toBeGreaterThan(800);
    expect(await stored()).toEqual(before);
  });

  it('each body that would change what things are made of is not read (S25)', async () => {
    for (const route of routes.filter(({ body }) => body !== null))
      for (const text of ['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}'])
        expect([route.path, (await ask(route, route.address, text)).status]).toEqual([route.path, 400]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('each parameter is refused, or read as the words that it holds', async () => {
    const before = await stored();
    const failed: unknown[] = [];
    for (const route of routes)
      for (const { name, in: place } of route.parameters)
        for (const value of ['a%00b', 'x'.repeat(6000), '%ED%A0%80', '9'.repeat(40)]) {
          if (place !== 'path' && place !== 'query') continue;
          const others = route.parameters.filter(
            (one) => one.in === 'query' && one.name !== name && one.required,
          );
          const query = others.map(
            (one) => `&${one.name}=${String(JSON.parse(rightBody(one.schema, schemas)))}`,
          );
          const address =
            place === 'query'
              ? `${route.address}?${name}=${value}${query.join('')}`
              : route.path.replaceAll(/{(\w+)}/g, (_, other: string) => (other === name ? value : admin.id));
          const body = ['GET', 'HEAD'].includes(route.method) ? undefined : '{}';
          const { status } = await ask(route, address, body);
          if (status >= 500)
            failed.push(`${route.method} ${route.path} ${name}=${value.slice(0, 10)}: ${status}`);
        }
    expect(failed).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('each form refuses fields that are not right, and keeps no file of it', async () => {
    const before = await stored();
    const form = (fields: Record<string, string>, name = 'a.md') => {
      const sent = new FormData();
      for (const [key, value] of Object.entries(fields)) sent.set(key, value);
      sent.set('file', new Blob(['# Words']), name);
      return sent;
    };
    const tries: [string, FormData][] = [
      ...[
        '{}',
        'null',
        '[]',
        '{"language":"xx"}',
        '{"language":"en","createdById":"x"}',
        '{"language":"en","regionIds":{}}',
        '{',
      ].map((story): [string, FormData] => ['/api/stories/import', form({ story })]),
      ...['', 'x', 'a\u0000b', '__proto__'].map((articleId): [string, FormData] => [
        '/api/media',
        form({ articleId }, 'a.jpg'),
      ]),
      ['/api/media', form({ surplus: '1' }, 'a\u0000b.jpg')],
    ];
    for (const [path, body] of tries) {
      const answer = await admin.request('POST', path, body);
      expect([path, isProblem(answer)]).toEqual([path, true]);
    }
    expect(await stored()).toEqual(before);
  });
});
