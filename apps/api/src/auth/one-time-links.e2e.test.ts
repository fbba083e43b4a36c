import type { Invited, LinkInfo, Me, OneTimeLink } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { sendRequest } from '../../test/factories/send-request.ts';
import { firstAdminLink } from './first-admin-link.ts';

const password = 'seven grey herons at noon';
const grants = [{ role: 'journalist', sections: 'any', regions: 'any', languages: ['az'] }];

describe('one-time links', () => {
  let test: TestApp;
  let admin: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    admin = await makePerson(test, { role: 'admin' });
  });
  afterAll(() => test.close());

  const pathOf = ({ url }: OneTimeLink) => `/api/auth/links/${url.split('/link/')[1] ?? ''}`;
  const invite = async (email: string) =>
    (await admin.request('POST', '/api/users', { email, name: 'Nino', grants })).as<Invited>();

  it('bring an invited person in: they see whose it is, set a password and are signed in', async () => {
    const { link, user } = await invite('nino@newsroom.example');
    expect(link.url).toMatch(/^http:\/\/localhost:3001\/link\/[A-Za-z0-9_-]{43}$/);
    expect((await sendRequest(test, 'GET', pathOf(link))).as<LinkInfo>()).toMatchObject({
      kind: 'invite',
      email: 'nino@newsroom.example',
      name: 'Nino',
    });
    const used = await sendRequest(test, 'POST', pathOf(link), { body: { password } });
    expect(used.as<Me>()).toMatchObject({ id: user.id, grants: [{ role: 'journalist' }] });
    const cookie = (used.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await sendRequest(test, 'GET', '/api/auth/me', { cookie })).status).toBe(200);
  });

  it('work once, even when two use one at the same moment', async () => {
    const { link } = await invite('twice@newsroom.example');
    const both = await Promise.all(
      [password, `${password} again`].map((secret) =>
        sendRequest(test, 'POST', pathOf(link), { body: { password: secret } }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await sendRequest(test, 'GET', pathOf(link))).body).toMatchObject({ code: 'LINK_INVALID' });
  });

  it('stop working when they are too old, and when a newer one was made', async () => {
    const { link, user } = await invite('late@newsroom.example');
    const newer = await admin.request('POST', `/api/users/${user.id}/invite-link`);
    expect((await sendRequest(test, 'GET', pathOf(link))).status).toBe(410);
    expect((await sendRequest(test, 'GET', pathOf(newer.as()))).status).toBe(200);
    await test.dataSource.query(
      `update one_time_link set expires_at = now() - interval '1 second' where user_id = $1`,
      [user.id],
    );
    expect((await sendRequest(test, 'GET', pathOf(newer.as()))).status).toBe(410);
  });

  it('last seven days for an invitation and a day for a reset', async () => {
    const { link } = await invite('days@newsroom.example');
    const person = await makePerson(test);
    const reset = (await admin.request('POST', `/api/users/${person.id}/reset-link`)).as<OneTimeLink>();
    const hours = ({ expiresAt }: OneTimeLink) =>
      Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000);
    expect([hours(link), hours(reset)]).toEqual([7 * 24, 24]);
  });

  it('bring the first admin in, and nobody after', async () => {
    const empty = await createTestApp();
    try {
      const makeLink = () => firstAdminLink(empty.dataSource, empty.env.EDITOR_URL);
      const earlier = await makeLink();
      const link = await makeLink();
      if (!earlier || !link) throw new Error('A newsroom without people gives a link.');
      expect((await sendRequest(empty, 'GET', pathOf(earlier))).status).toBe(410);
      const use = (body: unknown) => sendRequest(empty, 'POST', pathOf(link), { body });
      expect(await use({ password })).toMatchObject({ status: 422, body: { code: 'INPUT_INVALID' } });
      const first = await use({ password, name: 'Rauf', email: 'rauf@newsroom.example' });
      expect(first.as<Me>()).toMatchObject({ name: 'Rauf', grants: [{ role: 'admin', sections: 'any' }] });
      expect((await use({ password, name: 'Second', email: 'b@newsroom.example' })).status).toBe(410);
      expect(await makeLink()).toBeNull();
    } finally {
      await empty.close();
    }
  });
});
