import type { Author, PublicSite, SiteSettings, Topic } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeSettings } from '../../test/factories/make-settings.ts';
import { sendRequest } from '../../test/factories/send-request.ts';

describe('settings, topics and authors', () => {
  let test: TestApp;
  let admin: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    await makeSettings(test);
    admin = await makePerson(test, { role: 'admin' });
  });
  afterAll(() => test.close());

  const settings = async () => (await admin.request('GET', '/api/settings')).as<SiteSettings>();

  it('let the admin change the texts of one language and keep the others', async () => {
    const before = await settings();
    const texts = { az: { ...before.texts.az, name: 'Xəzər', reuseTerms: 'Yalnız keçidlə' } };
    const after = await admin.request('PATCH', '/api/settings', { version: before.version, texts });
    expect(after.as<SiteSettings>().texts).toMatchObject({
      az: { name: 'Xəzər' },
      ru: before.texts.ru,
    });
    expect((await sendRequest(test, 'GET', '/api/public/site')).as<PublicSite>().texts.az.name).toBe('Xəzər');
    const stale = await admin.request('PATCH', '/api/settings', { version: before.version, texts });
    expect(stale.body).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('let the admin choose what machines get, and tell it to the site', async () => {
    const before = await settings();
    const choices = {
      showViews: false,
      feedFullText: true,
      crawlers: { searchEngines: false, textVersions: false, aiTraining: true },
    };
    expect(before).toMatchObject({
      showViews: true,
      feedFullText: false,
      crawlers: { searchEngines: true, textVersions: true, aiTraining: false },
    });
    const after = await admin.request('PATCH', '/api/settings', { version: before.version, ...choices });
    expect(after.as<SiteSettings>()).toMatchObject({ ...choices, texts: before.texts });
    expect((await sendRequest(test, 'GET', '/api/public/site')).body).toMatchObject(choices);
  });

  it('keep the default language among the live ones', async () => {
    const { version } = await settings();
    const answer = await admin.request('PATCH', '/api/settings', { version, liveLanguages: ['ru'] });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'defaultLanguage' }] } });
  });

  it('refuse a link that runs script, and a time zone that is none', async () => {
    const { version, texts } = await settings();
    const menu = [{ label: 'About', href: 'javascript:alert(1)' }];
    for (const input of [{ texts: { en: { ...texts.en, menu } } }, { timeZone: 'Mars/Olympus' }])
      expect((await admin.request('PATCH', '/api/settings', { version, ...input })).status).toBe(422);
  });

  it('let a desk editor make a topic, whose page moves with its address', async () => {
    const desk = await makePerson(test, { role: 'desk_editor' });
    const made = await desk.request('POST', '/api/topics', { slug: 'cop29', names: { en: 'COP29' } });
    expect(made.status).toBe(201);
    const { id, version } = made.as<Topic>();
    await desk.request('PATCH', `/api/topics/${id}`, { version, slug: 'cop-29' });
    const find = (path: string) => sendRequest(test, 'GET', `/api/public/${path}`);
    expect((await find('terms/topic/cop-29')).body).toEqual({
      id,
      slug: 'cop-29',
      names: { en: 'COP29' },
      languages: [],
    });
    expect((await find('terms/topic/cop29')).status).toBe(404);
    expect((await find('redirects?path=/en/topic/cop29')).body).toEqual({ to: '/en/topic/cop-29' });
    expect((await desk.request('POST', '/api/authors', { slug: 'a', names: {} })).status).toBe(403);
  });

  it('give an author to a person who exists only, and a slug to one author only', async () => {
    const input = { slug: 'leyla-aliyeva', names: { en: 'Leyla' }, userId: admin.id };
    const made = await admin.request('POST', '/api/authors', input);
    expect(made.as<Author>()).toMatchObject(input);
    expect((await admin.request('POST', '/api/authors', input)).body).toMatchObject({ code: 'SLUG_TAKEN' });
    const nobody = { ...input, slug: 'nobody', userId: '0198b7a0-0000-7000-8000-000000000000' };
    expect((await admin.request('POST', '/api/authors', nobody)).body).toMatchObject({
      code: 'INPUT_INVALID',
    });
  });
});
