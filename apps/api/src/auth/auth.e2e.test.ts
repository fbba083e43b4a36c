import type { Me } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson, signIn } from '../../test/factories/make-person.ts';
import { somebodyWaits } from '../../test/somebody-waits.ts';
import { sendRequest, type Answer } from '../../test/factories/send-request.ts';
import { hashPassword } from './password-hash.ts';

const password = 'seven grey herons at noon';

describe('signing in', () => {
  let test: TestApp;
  let passwordHash: string;
  beforeAll(async () => {
    test = await createTestApp();
    passwordHash = await hashPassword(password);
  });
  afterAll(() => test.close());

  const trySignIn = (email: string, secret: string): Promise<Answer> =>
    sendRequest(test, 'POST', '/api/auth/sign-in', { body: { email, password: secret } });
  const cookieOf = (answer: Answer) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const meWith = (cookie: string) => sendRequest(test, 'GET', '/api/auth/me', { cookie });

  it('opens a session by address and password, whatever the case of the address', async () => {
    const { id, email } = await makePerson(test, { passwordHash, email: 'leyla@newsroom.example' });
    const answer = await trySignIn(email.toUpperCase(), password);
    expect(answer.status).toBe(200);
    expect(answer.as<Me>()).toMatchObject({ id, email });
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await meWith(cookieOf(answer))).as<Me>().id).toBe(id);
  });

  it('keeps only a hash of the session token', async () => {
    const { email } = await makePerson(test, { passwordHash });
    const token = cookieOf(await trySignIn(email, password)).split('=')[1] ?? '';
    const rows: { kept: string }[] = await test.dataSource.query(
      `select row_to_json(session)::text as kept from session`,
    );
    expect(token.length).toBeGreaterThan(40);
    expect(rows.some(({ kept }) => kept.includes(token))).toBe(false);
  });

  it('forgets sessions that ran out', async () => {
    const person = await makePerson(test, { passwordHash });
    await test.dataSource.query('update session set expires_at = now() where user_id = $1', [person.id]);
    await trySignIn(person.email, password);
    const rows: unknown[] = await test.dataSource.query('select 1 from session where user_id = $1', [
      person.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('opens nothing by a password that was changed while it was being compared', async () => {
    const person = await makePerson(test, { passwordHash });
    let attempt: Promise<Answer> = Promise.reject(new Error('Not begun'));
    attempt.catch(() => undefined);
    await test.dataSource.transaction(async (manager) => {
      await manager.query('update "user" set password_hash = $2 where id = $1', [person.id, 'another']);
      attempt = trySignIn(person.email, password);
      await expect.poll(() => somebodyWaits(test)).toBe(true);
    });
    expect(await attempt).toMatchObject({ status: 401, body: { code: 'SIGN_IN_FAILED' } });
  });

  it('ends one session by signing out, and the cookie no longer works', async () => {
    const person = await makePerson(test);
    const other = await signIn(test, person.id);
    expect((await person.request('POST', '/api/auth/sign-out')).status).toBe(204);
    expect((await meWith(person.cookie)).body).toMatchObject({ code: 'SESSION_EXPIRED' });
    expect((await meWith(other)).status).toBe(200);
  });

  it('ends every session at once', async () => {
    const person = await makePerson(test);
    const other = await signIn(test, person.id);
    expect((await person.request('POST', '/api/auth/sign-out-everywhere')).status).toBe(204);
    expect((await meWith(person.cookie)).status).toBe(401);
    expect((await meWith(other)).status).toBe(401);
  });

  it('lets people change their own name and language, and nothing else of themselves', async () => {
    const person = await makePerson(test, { role: 'journalist' });
    const changed = await person.request('PATCH', '/api/auth/me', { name: 'Aynur', locale: 'az' });
    expect(changed.as<Me>()).toMatchObject({ name: 'Aynur', locale: 'az' });
    const refused = await person.request('PATCH', '/api/auth/me', {
      email: 'boss@newsroom.example',
      grants: [],
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'INPUT_INVALID' } });
    expect((await meWith(person.cookie)).as<Me>().email).toBe(person.email);
  });

  it('changes the own password, ends the other sessions and keeps this one', async () => {
    const person = await makePerson(test, { passwordHash });
    const other = await signIn(test, person.id);
    const wrong = await person.request('POST', '/api/auth/password', {
      currentPassword: 'not this one',
      newPassword: 'eight blue boats at dawn',
    });
    expect(wrong.body).toMatchObject({ code: 'PASSWORD_WRONG' });
    const right = await person.request('POST', '/api/auth/password', {
      currentPassword: password,
      newPassword: 'eight blue boats at dawn',
    });
    expect(right.status).toBe(204);
    expect((await meWith(person.cookie)).status).toBe(200);
    expect((await meWith(other)).status).toBe(401);
    expect((await trySignIn(person.email, password)).status).toBe(401);
    expect((await trySignIn(person.email, 'eight blue boats at dawn')).status).toBe(200);
  });

  it('refuses passwords that are guessed first', async () => {
    const person = await makePerson(test, { passwordHash });
    for (const newPassword of ['password123', 'aaaaaaaaaaaa', person.email])
      expect(
        (await person.request('POST', '/api/auth/password', { currentPassword: password, newPassword })).body,
      ).toMatchObject({ code: 'PASSWORD_WEAK' });
  });
});

describe('S15: signing in reveals no account', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  /** The API runs in this process: its work counts, wherever it waits on a busy machine. */
  const attempt = async (email: string): Promise<{ answer: Answer; took: number }> => {
    const began = process.cpuUsage();
    const answer = await sendRequest(test, 'POST', '/api/auth/sign-in', {
      body: { email, password: 'wrong and long enough' },
    });
    const { user, system } = process.cpuUsage(began);
    return { answer, took: user + system };
  };

  it('answers alike, by text and by time, whether the account exists, is suspended, invited or made up', async () => {
    const passwordHash = await hashPassword(password);
    const known = await makePerson(test, { passwordHash });
    const invited = await makePerson(test, { passwordHash: null });
    const suspended = await makePerson(test, { passwordHash });
    await test.dataSource.query('update "user" set suspended_at = now() where id = $1', [suspended.id]);
    const emails = [known.email, invited.email, suspended.email, 'nobody@newsroom.example'];
    const fastest = new Map<string, number>();
    const answers = new Set<string>();
    for (let round = 0; round < 5; round += 1)
      for (const email of emails) {
        const { answer, took } = await attempt(email);
        answers.add(JSON.stringify([answer.status, answer.body]));
        fastest.set(email, Math.min(took, fastest.get(email) ?? Infinity));
      }
    expect(answers.size).toBe(1);
    const times = [...fastest.values()];
    expect(Math.max(...times) / Math.min(...times)).toBeLessThan(1.6);
  });

  it('refuses a suspended person who knows the password, with the same words', async () => {
    const person = await makePerson(test, { passwordHash: await hashPassword(password) });
    await test.dataSource.query('update "user" set suspended_at = now() where id = $1', [person.id]);
    const answer = await sendRequest(test, 'POST', '/api/auth/sign-in', {
      body: { email: person.email, password },
    });
    expect(answer).toMatchObject({ status: 401, body: { code: 'SIGN_IN_FAILED' } });
  });
});

describe('S12: limits on guessing', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  it('stops after ten wrong passwords for an account, whatever X-Forwarded-For and the case of the address say', async () => {
    const { email } = await makePerson(test, { passwordHash: await hashPassword(password) });
    const statuses: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      const answer = await sendRequest(test, 'POST', '/api/auth/sign-in', {
        headers: { 'x-forwarded-for': `198.51.100.${index}`, forwarded: `for=198.51.100.${index}` },
        body: { email: index % 2 ? email.toUpperCase() : email, password: 'wrong and long enough' },
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    const right = await sendRequest(test, 'POST', '/api/auth/sign-in', { body: { email, password } });
    expect(right).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
  });

  it('stops after fifty accounts tried from one network, whatever X-Forwarded-For says of others', async () => {
    const stranger = await createTestApp();
    try {
      const attempt = (index: number) =>
        sendRequest(stranger, 'POST', '/api/auth/sign-in', {
          headers: {
            'x-forwarded-for': `198.51.100.${index}`,
            'x-real-ip': `198.51.100.${index}`,
            'x-client-ip': `198.51.100.${index}`,
          },
          body: { email: `guess${index}@newsroom.example`, password: 'wrong and long enough' },
        });
      for (let index = 0; index < 50; index += 1) expect((await attempt(index)).status).toBe(401);
      expect((await attempt(50)).status).toBe(429);
    } finally {
      await stranger.close();
    }
  });

  it('counts by no other field of the body', async () => {
    const more = { email: 'more@newsroom.example', password: 'wrong and long enough', ip: '198.51.100.1' };
    const answer = await sendRequest(test, 'POST', '/api/auth/sign-in', { body: more });
    expect(answer).toMatchObject({ status: 422, body: { code: 'INPUT_INVALID' } });
  });

  it('cannot be passed by many attempts at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 15 }, () =>
        sendRequest(test, 'POST', '/api/auth/sign-in', {
          body: { email: 'many@newsroom.example', password: 'wrong and long enough' },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  });

  it('believes X-Forwarded-For from a proxy that the operator trusts, and only what that proxy added', async () => {
    const proxied = await createTestApp({}, { TRUSTED_PROXIES: '127.0.0.1, ::1' });
    try {
      const attempt = (email: string, forwarded: string) =>
        sendRequest(proxied, 'POST', '/api/auth/sign-in', {
          headers: { 'x-forwarded-for': forwarded },
          body: { email, password: 'wrong and long enough' },
        });
      for (let index = 0; index < 50; index += 1)
        expect((await attempt(`a${index}@b.example`, `10.9.8.${index}, 198.51.100.7`)).status).toBe(401);
      expect((await attempt('another@b.example', '10.1.1.1, 198.51.100.7')).status).toBe(429);
      expect((await attempt('another@b.example', '10.1.1.1, 198.51.100.8')).status).toBe(401);
    } finally {
      await proxied.close();
    }
  });
});
