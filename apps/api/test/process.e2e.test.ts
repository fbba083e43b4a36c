import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiProcess, builtApi } from './collaboration/api-process.ts';
import { makeArticle, oneParagraph } from './collaboration/newsroom.ts';
import { Writer } from './collaboration/writer.ts';
import { createTestApp, type TestApp } from './create-test-app.ts';
import { makePerson } from './factories/make-person.ts';
import { sendRequest, type RequestOptions } from './factories/send-request.ts';

const password = 'seven grey herons at noon';

interface LogLine {
  route?: string;
  status?: number;
  method?: string;
  person?: string;
}

describe('a process of the API', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(async () => {
    await test.close();
  });

  const run = (script: string, env: Record<string, string>) =>
    promisify(execFile)(process.execPath, [join(builtApi, script)], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
    });

  it('S23: writes one line for each request and never a secret', async () => {
    const { DATABASE_URL, EDITOR_URL, READER_TOKEN } = test.env;
    const { stdout } = await run('auth/first-admin.js', { DATABASE_URL, EDITOR_URL });
    const link = /\/link\/([\w-]+)/.exec(stdout)?.[1] ?? '';
    const api = await ApiProcess.start(test.env, undefined, 'trace');
    const ask = (method: string, path: string, options?: RequestOptions) =>
      sendRequest({ ...test, url: api.url }, method, path, options);
    const first = { name: 'Rauf', email: 'rauf@newsroom.example' };
    const entered = await ask('POST', `/api/auth/links/${link}`, { body: { ...first, password } });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const headers = { 'x-reader-token': READER_TOKEN, authorization: 'Bearer a-secret-of-somebody' };
    await ask('POST', '/api/auth/sign-in', { body: { email: first.email, password: `${password}!` } });
    await ask('GET', '/api/public/preview/a-token-of-a-preview', { headers });
    await ask('GET', '/api/sections?key=a-secret-in-the-query', { cookie, headers });
    await test.dataSource.query('alter table topic rename to topic_away');
    const broken = await ask('GET', '/api/topics', { cookie, headers });
    await test.dataSource.query('alter table topic_away rename to topic');
    await api.stop('SIGTERM');

    expect(entered.status).toBe(200);
    expect(broken).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    expect(JSON.stringify(broken.body)).not.toMatch(/topic_away|relation|select/);
    const lines = api.log
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LogLine);
    const requests = lines.filter(({ route }) => route !== undefined && route !== '/api/health');
    expect(requests.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'POST /api/auth/links/:token 200',
      'POST /api/auth/sign-in 401',
      'GET /api/public/preview/:token 404',
      'GET /api/sections 422',
      'GET /api/topics 500',
    ]);
    expect(requests.at(-1)?.person).toMatch(/^[0-9a-f-]{36}$/);
    const secrets = [
      link,
      password,
      cookie.split('=')[1] ?? '',
      READER_TOKEN,
      'a-secret',
      'a-token-of',
      DATABASE_URL,
    ];
    expect(secrets.filter((secret) => secret === '' || api.log.includes(secret))).toEqual([]);
    expect((await run('auth/first-admin.js', { DATABASE_URL, EDITOR_URL })).stdout).toBe('');
  });

  it('writes what its libraries say into the log too, one line each', async () => {
    const api = await ApiProcess.start(test.env, undefined, 'info');
    const person = await makePerson(test);
    const articleId = await makeArticle(test, { createdById: person.id, content: oneParagraph('Whole') });
    const cookie = person.cookie.replace('-3001=', `-${api.port}=`);
    const writer = new Writer({ url: api.url, cookie, articleId });
    await writer.synced();
    writer.sendUpdate(Uint8Array.from([1, 2, 3, 4, 5]));
    await writer.closed(1011);
    writer.leave();
    await api.stop('SIGTERM');
    const lines = api.log
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { level: number; msg: string });
    const said = lines.filter(({ msg }) => msg.startsWith('closing connection'));
    expect(said).toMatchObject([
      { level: 30, msg: expect.stringContaining('A message could not be handled') },
    ]);
  });

  it('says plainly which settings are wrong, and that its port is taken', async () => {
    await expect(run('main.js', { PORT: 'many' })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/PORT: .*\n.*DATABASE_URL: is missing/s),
    });
    const settings = Object.fromEntries(
      Object.entries({ ...test.env, PORT: new URL(test.url).port }).map(([name, value]) => [
        name,
        String(value),
      ]),
    );
    await expect(run('main.js', settings)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`port ${settings['PORT'] ?? ''} is taken by another program`),
    });
  }, 60_000);
});

describe('a process that stops', () => {
  /** Runs `work` while every request for sections waits. */
  const whileSectionsWait = (test: TestApp, work: (release: () => Promise<void>) => Promise<void>) => {
    const runner = test.dataSource.createQueryRunner();
    return (async () => {
      await runner.startTransaction();
      await runner.query('lock table section in access exclusive mode');
      await work(async () => {
        await runner.rollbackTransaction();
        await runner.release();
      });
    })();
  };
  const waiting = async (other: TestApp) => {
    const rows: unknown[] = await other.dataSource.query(
      `select 1 from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`,
    );
    return rows.length;
  };

  it('finishes the requests it has begun, and takes no new one', async () => {
    const test = await createTestApp();
    const stopping = await test.sibling();
    const person = await makePerson(test);
    const ask = () => sendRequest(stopping, 'GET', '/api/sections', { cookie: person.cookie });
    await whileSectionsWait(test, async (release) => {
      const begun = ask();
      await expect.poll(() => waiting(test)).toBe(1);
      const closed = stopping.close();
      const refused = () =>
        ask().then(
          ({ status }) => status === 503,
          () => true,
        );
      await expect.poll(refused).toBe(true);
      await release();
      const released = performance.now();
      expect((await begun).status).toBe(200);
      await closed;
      expect(performance.now() - released).toBeLessThan(5000);
    });
    await test.close();
  });

  it('waits no longer than its limit for a request that does not end', async () => {
    const test = await createTestApp({ shutdownLimit: 300 });
    const stopping = await test.sibling();
    const person = await makePerson(test);
    await whileSectionsWait(test, async (release) => {
      const begun = sendRequest(stopping, 'GET', '/api/sections', { cookie: person.cookie });
      const cut = expect(begun).rejects.toThrow();
      await expect.poll(() => waiting(test)).toBe(1);
      const closed = stopping.close();
      await cut;
      await release();
      await closed;
    });
    await test.close();
  });
});
