import type { Invited, OneTimeLink, User, UserPage } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Notices } from '../database/notices.service.ts';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson, type PersonOptions, type TestPerson } from '../../test/factories/make-person.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { somebodyWaits } from '../../test/somebody-waits.ts';
import { sendRequest } from '../../test/factories/send-request.ts';
import { hashPassword } from '../auth/password-hash.ts';
import { keepingAnAdmin } from './last-admin.ts';

const findUser = async (admin: TestPerson, { email }: { email: string }) =>
  (await admin.request('GET', `/api/users?search=${encodeURIComponent(email)}`)).as<UserPage>().items[0];
const everywhere = { sections: 'any', regions: 'any', languages: 'any' };

describe('the people of the newsroom', () => {
  let test: TestApp;
  let admin: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    admin = await makePerson(test, { role: 'admin', name: 'Admin' });
  });
  afterAll(() => test.close());

  const userOf = (person: { email: string }) => findUser(admin, person);

  it('are invited with their roles and a link that is shown once', async () => {
    const section = await makeSection(test);
    const grants = [{ role: 'journalist', sections: [section.id], regions: 'any', languages: ['az', 'ru'] }];
    const input = { email: 'New@Newsroom.example', name: 'New', grants };
    const answer = await admin.request('POST', '/api/users', input);
    expect(answer.status).toBe(201);
    expect(answer.as<Invited>().user).toMatchObject({
      email: 'new@newsroom.example',
      state: 'invited',
      grants,
    });
    expect((await admin.request('POST', '/api/users', input)).body).toMatchObject({ code: 'EMAIL_TAKEN' });
  });

  it('are given no role in a section that does not exist, and admins none with a scope', async () => {
    const unknown = '0198b7a0-0000-7000-8000-000000000000';
    const answer = await admin.request('POST', '/api/users', {
      email: 'wrong@newsroom.example',
      name: 'Wrong',
      grants: [
        { ...everywhere, role: 'journalist', sections: [unknown] },
        { ...everywhere, role: 'admin', languages: ['az'] },
      ],
    });
    expect(answer.body).toMatchObject({
      code: 'GRANT_INVALID',
      errors: [{ path: 'grants.0.sections' }, { path: 'grants.1.role' }],
    });
    expect(await userOf({ email: 'wrong@newsroom.example' })).toBeUndefined();
  });

  it('are found by name and address, page by page, each once', async () => {
    for (let index = 0; index < 55; index += 1) await makePerson(test, { name: `Many ${index % 3}_%` });
    const first = (await admin.request('GET', '/api/users?search=many')).as<UserPage>();
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    const second = (await admin.request('GET', `/api/users?search=many&cursor=${cursor}`)).as<UserPage>();
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect([new Set(ids).size, first.total, second.nextCursor]).toEqual([55, 55, null]);
    expect((await admin.request('GET', '/api/users?search=%25')).as<UserPage>().total).toBe(55);
    expect((await admin.request('GET', '/api/users?search=1_')).as<UserPage>().total).toBe(18);
  });

  it('are found by no key that was not foreseen (S1)', async () => {
    for (const query of ['password_hash=a', 'search[$ne]=a', 'sort=password', 'filter[email]=a'])
      expect(await admin.request('GET', `/api/users?${query}`)).toMatchObject({
        status: 422,
        body: { code: 'INPUT_INVALID' },
      });
  });

  it('are changed by whoever saw their present state', async () => {
    const person = await makePerson(test);
    const change = (version: number, name: string) =>
      admin.request('PATCH', `/api/users/${person.id}`, { version, name });
    expect((await change(1, 'Gunel')).as<User>()).toMatchObject({ name: 'Gunel', version: 2 });
    expect((await change(1, 'Günel')).body).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('cannot be given more than the form offers (S8)', async () => {
    const person = await makePerson(test);
    for (const extra of [
      { email: 'x@y.example' },
      { password_hash: 'x' },
      { state: 'active' },
      { id: admin.id },
    ])
      expect((await admin.request('PATCH', `/api/users/${person.id}`, { version: 1, ...extra })).status).toBe(
        422,
      );
  });

  it('are seen and managed by admins only', async () => {
    const chief = await makePerson(test, { role: 'editor_in_chief' });
    expect((await chief.request('GET', '/api/users')).status).toBe(403);
    const grants = [{ ...everywhere, role: 'admin' }];
    expect((await chief.request('PATCH', `/api/users/${chief.id}`, { version: 1, grants })).status).toBe(403);
    expect((await sendRequest(test, 'GET', '/api/users')).status).toBe(401);
  });
});

describe('S13: what ends a right ends it at once', () => {
  let test: TestApp;
  let admin: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    admin = await makePerson(test, { role: 'admin' });
  });
  afterAll(() => test.close());

  /** What every process of the API hears, so that it looks at its sockets. */
  const noticesDuring = async (other: TestApp, work: () => Promise<unknown>): Promise<string[]> => {
    const heard: string[] = [];
    const stop = other.app.get(Notices).on('session', (userId) => heard.push(userId));
    await work();
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    stop();
    return heard;
  };

  it('suspension ends every session, in every process, and every link', async () => {
    const person = await makePerson(test);
    const reset = (await admin.request('POST', `/api/users/${person.id}/reset-link`)).as<OneTimeLink>();
    const other = await test.sibling();
    const heard = await noticesDuring(other, () => admin.request('POST', `/api/users/${person.id}/suspend`));
    expect(heard).toEqual([person.id]);
    expect((await sendRequest(other, 'GET', '/api/auth/me', { cookie: person.cookie })).status).toBe(401);
    const link = `/api/auth/links/${reset.url.split('/link/')[1] ?? ''}`;
    expect((await sendRequest(test, 'GET', link)).status).toBe(410);
    const back = await admin.request('POST', `/api/users/${person.id}/reinstate`);
    expect(back.as<User>().state).toBe('active');
    expect((await person.request('GET', '/api/auth/me')).status).toBe(401);
  });

  it('a suspended person gets nowhere with a session that was left behind', async () => {
    const person = await makePerson(test);
    await test.dataSource.query('update "user" set suspended_at = now() where id = $1', [person.id]);
    expect((await person.request('GET', '/api/auth/me')).body).toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('a reset by an admin ends every session, and the old password', async () => {
    const password = 'seven grey herons at noon';
    const person = await makePerson(test, { passwordHash: await hashPassword(password) });
    const trySignIn = () =>
      sendRequest(test, 'POST', '/api/auth/sign-in', { body: { email: person.email, password } });
    expect((await trySignIn()).status).toBe(200);
    const reset = (await admin.request('POST', `/api/users/${person.id}/reset-link`)).as<OneTimeLink>();
    expect((await person.request('GET', '/api/auth/me')).status).toBe(401);
    expect((await trySignIn()).status).toBe(401);
    expect((await findUser(admin, person))?.state).toBe('active');
    const link = `/api/auth/links/${reset.url.split('/link/')[1] ?? ''}`;
    expect((await sendRequest(test, 'POST', link, { body: { password } })).status).toBe(200);
    expect((await trySignIn()).status).toBe(200);
  });

  it('another role holds from the next request on, and sockets are looked at again', async () => {
    const person = await makePerson(test, { role: 'admin' });
    expect((await person.request('GET', '/api/users')).status).toBe(200);
    const grants = [{ ...everywhere, role: 'journalist' }];
    const heard = await noticesDuring(test, () =>
      admin.request('PATCH', `/api/users/${person.id}`, { version: 1, grants }),
    );
    expect(heard).toContain(person.id);
    expect((await person.request('GET', '/api/users')).status).toBe(403);
  });

  it('signing out everywhere is told to every process', async () => {
    const person = await makePerson(test);
    expect(
      await noticesDuring(test, () => person.request('POST', '/api/auth/sign-out-everywhere')),
    ).toContain(person.id);
  });
});

describe('the last admin', () => {
  const lone = async (work: (test: TestApp, admin: TestPerson) => Promise<void>) => {
    const test = await createTestApp();
    try {
      await work(test, await makePerson(test, { role: 'admin' }));
    } finally {
      await test.close();
    }
  };
  it('gets no link for a new password, which could get lost', () =>
    lone(async (test, admin) => {
      const answer = await admin.request('POST', `/api/users/${admin.id}/reset-link`);
      expect(answer.body).toMatchObject({ code: 'LAST_ADMIN' });
      expect((await admin.request('GET', '/api/auth/me')).status).toBe(200);
    }));

  const asJournalist = { version: 1, grants: [{ ...everywhere, role: 'journalist' }] };

  it('can neither be suspended nor lose the role, also when the other admin never came or is suspended', () =>
    lone(async (test, admin) => {
      await makePerson(test, { role: 'admin', passwordHash: null } satisfies PersonOptions);
      const third = await makePerson(test, { role: 'admin' });
      expect((await admin.request('POST', `/api/users/${third.id}/suspend`)).status).toBe(200);
      const suspended = await admin.request('POST', `/api/users/${admin.id}/suspend`);
      expect(suspended).toMatchObject({ status: 409, body: { code: 'LAST_ADMIN' } });
      const demoted = await admin.request('PATCH', `/api/users/${admin.id}`, asJournalist);
      expect(demoted.body).toMatchObject({ code: 'LAST_ADMIN' });
      expect((await admin.request('GET', '/api/users')).status).toBe(200);
    }));

  it('stays when two admins suspend each other in the same moment', () =>
    lone(async (test, one) => {
      const two = await makePerson(test, { role: 'admin' });
      const suspend = (id: string) => (manager: EntityManager, meanwhile: () => Promise<unknown>) =>
        keepingAnAdmin(manager, id, async () => {
          await manager.query('update "user" set suspended_at = now() where id = $1', [id]);
          await meanwhile();
        });
      let second: Promise<unknown> = Promise.resolve();
      await test.dataSource.transaction((manager) =>
        suspend(one.id)(manager, async () => {
          let settled = false;
          second = test.dataSource
            .transaction((other) => suspend(two.id)(other, async () => undefined))
            .catch((error: unknown) => error)
            .finally(() => (settled = true));
          await expect.poll(async () => settled || (await somebodyWaits(test))).toBe(true);
        }),
      );
      expect(await second).toMatchObject({ code: 'LAST_ADMIN' });
    }));
});
