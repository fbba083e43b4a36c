import { request as httpRequest, type Server } from 'node:http';
import { mediaMaxBytes } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { sendRequest } from '../../test/factories/send-request.ts';

describe('what the API takes', () => {
  let test: TestApp;
  let admin: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    admin = await makePerson(test, { role: 'admin' });
  });
  afterAll(() => test.close());

  const nameOf = async () => {
    const rows: { name: string }[] = await test.dataSource.query('select name from "user" where id = $1', [
      admin.id,
    ]);
    return rows[0]?.name;
  };

  describe('S16: from the pages of other sites', () => {
    const forged: [string, Record<string, string>, string][] = [
      ['with another origin', { origin: 'https://evil.example', 'content-type': 'application/json' }, 'json'],
      ['from a sandboxed frame', { origin: 'null', 'content-type': 'application/json' }, 'json'],
      ['as text/plain', { origin: 'https://evil.example', 'content-type': 'text/plain' }, 'json'],
      ['as text/plain that names no origin', { 'content-type': 'text/plain' }, 'json'],
      [
        'as a form',
        { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
        'form',
      ],
      ['as a form that names no origin', { 'content-type': 'application/x-www-form-urlencoded' }, 'form'],
      [
        'as multipart',
        { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://evil.example' },
        'json',
      ],
      ['from a sibling site', { 'sec-fetch-site': 'same-site', 'content-type': 'application/json' }, 'json'],
      [
        'from another port of this host',
        { origin: 'http://localhost:3000', 'content-type': 'application/json' },
        'json',
      ],
    ];
    it.each(forged)('a change %s is refused and nothing is done', async (_, headers, kind) => {
      const answer = await fetch(`${test.url}/api/auth/me`, {
        method: 'PATCH',
        headers: { cookie: admin.cookie, ...headers },
        body: kind === 'form' ? 'name=Forged' : '{"name":"Forged"}',
      });
      expect([400, 403, 415, 422]).toContain(answer.status);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await nameOf()).toBe(admin.name);
    });

    it('a change in anything but JSON is not even read', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
        const answer = await fetch(`${test.url}/api/auth/me`, {
          method: 'PATCH',
          headers: { cookie: admin.cookie, 'content-type': type },
          body: '{"name":"Forged"}',
        });
        expect([type, answer.status]).toEqual([type, 400]);
      }
    });

    it('a change from the editor, or from a program, is taken', async () => {
      expect((await admin.request('PATCH', '/api/auth/me', { name: 'Editor' })).status).toBe(200);
      const answer = await fetch(`${test.url}/api/auth/me`, {
        method: 'PATCH',
        headers: { cookie: admin.cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ name: admin.name }),
      });
      expect(answer.status).toBe(200);
    });
  });

  describe('S22: of bodies', () => {
    const send = (body: string, headers: Record<string, string> = {}) =>
      sendRequest(test, 'PATCH', '/api/auth/me', { cookie: admin.cookie, body, headers });

    it('is at most two megabytes', async () => {
      const answer = await send(JSON.stringify({ name: 'x'.repeat(3 * 1024 * 1024) }));
      expect(answer).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
    });

    it('is not an endless one that never names its length', async () => {
      const status = await endlessBody(test, admin.cookie);
      expect(status).toBe(413);
    });

    it('has time for a picture over a slow line, its head a minute at most', () => {
      const { requestTimeout, headersTimeout } = test.app.getHttpServer() as Server;
      expect(requestTimeout).toBeGreaterThan(((mediaMaxBytes * 8) / 500_000) * 1000);
      expect(requestTimeout).toBeLessThan(15 * 60_000);
      expect(headersTimeout).toBe(60_000);
    });

    it('is at most thirty-two levels deep', async () => {
      const nested = (depth: number) => `${'{"name":'.repeat(depth)}1${'}'.repeat(depth)}`;
      expect((await send(nested(40))).body).toMatchObject({ code: 'BAD_REQUEST' });
      expect((await send(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)).body).toMatchObject({
        code: 'BAD_REQUEST',
      });
      expect((await send(nested(5))).body).toMatchObject({ code: 'INPUT_INVALID' });
    });

    it('is JSON that is whole', async () => {
      expect((await send('{"name":')).body).toMatchObject({ code: 'BAD_REQUEST' });
      expect((await send('')).body).toMatchObject({ code: 'BAD_REQUEST' });
    });
  });

  it('S25: refuses JSON that would change the prototype of things', async () => {
    for (const body of ['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}']) {
      const answer = await sendRequest(test, 'PATCH', '/api/auth/me', { cookie: admin.cookie, body });
      expect(answer.status).toBe(400);
    }
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('S1: refuses query keys on routes that know none', async () => {
    for (const path of [
      '/api/sections?fields=*',
      '/api/auth/me?include=passwordHash',
      '/api/settings?populate=deep',
    ])
      expect(await admin.request('GET', path)).toMatchObject({
        status: 422,
        body: { code: 'INPUT_INVALID' },
      });
    const stranger = await sendRequest(test, 'GET', '/api/sections?fields=*');
    expect(stranger.status).toBe(401);
  });

  it('S11: guards a route however its address is written', async () => {
    for (const path of [
      '/api/%75sers',
      '//api/users',
      '/api//users',
      '/api/users/',
      '/api/./users',
      '/API/users',
    ])
      expect([401, 404]).toContain((await sendRequest(test, 'GET', path)).status);
    expect((await sendRequest(test, 'GET', '/api/users/..%2Fsettings')).status).toBeGreaterThanOrEqual(400);
  });

  it('S2: looks things up by ids and slugs only', async () => {
    for (const path of [
      `/api/users/${encodeURIComponent("' or 1=1 --")}/suspend`,
      '/api/sections/1;drop/retire',
    ])
      expect((await admin.request('POST', path, { redirectTo: null })).status).toBe(422);
    const slug = encodeURIComponent("x' union select 1,2,3 --");
    expect((await sendRequest(test, 'GET', `/api/public/terms/topic/${slug}`)).status).toBe(422);
  });
});

/** Sends without a content length until the server has had enough. */
const endlessBody = (test: TestApp, cookie: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(`${test.url}/api/auth/me`, {
      method: 'PATCH',
      headers: { cookie, 'content-type': 'application/json', origin: test.env.EDITOR_URL },
    });
    const chunk = Buffer.alloc(64 * 1024, 'a');
    let answered = false;
    const write = () => {
      while (!answered && request.writable && request.write(chunk));
      if (!answered) request.once('drain', write);
    };
    request.on('response', (response) => {
      answered = true;
      resolve(response.statusCode ?? 0);
      response.resume();
      request.destroy();
    });
    request.on('error', (error) => (answered ? undefined : reject(error)));
    write();
  });
