import type { PublicSite, Region, Section } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeRegion } from '../../test/factories/make-region.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { sendRequest } from '../../test/factories/send-request.ts';

const names = { az: 'Siyasət', ru: 'Политика', en: 'Politics', hy: 'Քաղաքականություն' };

describe('sections and regions', () => {
  let test: TestApp;
  let admin: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    admin = await makePerson(test, { role: 'admin' });
  });
  afterAll(() => test.close());

  const site = async () => (await sendRequest(test, 'GET', '/api/public/site')).as<PublicSite>();
  const redirectOf = (path: string) =>
    sendRequest(test, 'GET', `/api/public/redirects?path=${encodeURIComponent(path)}`);
  const keysSince = async (work: () => Promise<unknown>): Promise<string[]> => {
    await test.dataSource.query('delete from outbox');
    await work();
    const rows: { keys: string[] }[] = await test.dataSource.query('select keys from outbox');
    return rows.flatMap(({ keys }) => keys);
  };
  const create = async (slug: string, over = {}) =>
    (await admin.request('POST', '/api/sections', { slug, names, ...over })).as<Section>();

  it('stand on the site in the order that the admin gave them, and tell readers of it', async () => {
    const first = await create('economy');
    const second = await create('politics');
    const { items } = (await admin.request('GET', '/api/sections')).as<{ items: Section[] }>();
    const ids = items.map(({ id }) => id).reverse();
    const keys = await keysSince(() => admin.request('PUT', '/api/sections/order', { ids }));
    expect(keys).toContain('site');
    const shown = (await site()).sections.map(({ id }) => id);
    expect(shown.indexOf(second.id)).toBeLessThan(shown.indexOf(first.id));
  });

  it('are not ordered by a list that misses one somebody just made', async () => {
    const known = (await admin.request('GET', '/api/sections')).as<{ items: Section[] }>().items;
    await create('science');
    const answer = await admin.request('PUT', '/api/sections/order', { ids: known.map(({ id }) => id) });
    expect(answer).toMatchObject({ status: 409, body: { code: 'CHANGED_MEANWHILE' } });
  });

  it('tell the second of two admins who changed the same section', async () => {
    const section = await create('culture');
    const change = (name: string) =>
      admin.request('PATCH', `/api/sections/${section.id}`, {
        version: section.version,
        names: { en: name },
      });
    expect((await change('Arts')).as<Section>()).toMatchObject({ names: { en: 'Arts' }, version: 2 });
    expect((await change('Culture')).body).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('take their address along when it changes, in one hop, and may take it back', async () => {
    const section = await create('tech');
    const rename = async (slug: string, version: number) =>
      (await admin.request('PATCH', `/api/sections/${section.id}`, { version, slug })).as<Section>();
    await rename('technology', 1);
    await rename('digital', 2);
    expect((await redirectOf('/az/section/tech')).body).toEqual({ to: '/az/section/digital' });
    expect((await redirectOf('/az/section/technology')).body).toEqual({ to: '/az/section/digital' });
    expect((await redirectOf('/az/section/tech/feed.xml')).body).toEqual({
      to: '/az/section/digital/feed.xml',
    });
    expect((await admin.request('POST', '/api/sections', { slug: 'tech', names })).body).toMatchObject({
      code: 'SLUG_TAKEN',
    });
    await rename('tech', 3);
    expect((await redirectOf('/az/section/tech')).status).toBe(404);
    expect((await redirectOf('/az/section/digital')).body).toEqual({ to: '/az/section/tech' });
  });

  it('leave the site when retired, redirect in one hop, and never give their slug away', async () => {
    const old = await create('elections-2020');
    const middle = await create('elections', { names: { az: 'Seçkilər', en: 'Elections' } });
    const region = await makeRegion(test, { slug: 'caucasus', names: { en: 'The Caucasus' } });
    const retire = (id: string, redirectTo: string | null) =>
      admin.request('POST', `/api/sections/${id}/retire`, { redirectTo });
    const keys = await keysSince(() => retire(old.id, middle.id));
    expect(keys).toEqual(expect.arrayContaining(['site', `list:hy:section:${old.id}`]));
    expect((await redirectOf('/az/section/elections-2020')).body).toEqual({ to: '/az/section/elections' });
    expect((await redirectOf('/hy/section/elections-2020')).body).toEqual({ to: '/hy/' });
    await retire(middle.id, region.id);
    expect((await redirectOf('/en/section/elections-2020')).body).toEqual({ to: '/en/region/caucasus' });
    expect((await redirectOf('/az/section/elections-2020')).body).toEqual({ to: '/az/' });
    expect((await site()).sections.map(({ slug }) => slug)).not.toContain('elections');
    expect((await admin.request('POST', '/api/sections', { slug: 'elections', names })).body).toMatchObject({
      code: 'SLUG_TAKEN',
    });
    expect((await retire(middle.id, null)).body).toMatchObject({ code: 'STEP_NOT_ALLOWED' });
  });

  it('refuse to redirect to what is not on the site', async () => {
    const section = await create('weather');
    const answer = await admin.request('POST', `/api/sections/${section.id}/retire`, {
      redirectTo: section.id,
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'redirectTo' }] } });
  });

  it('of the world have a whole phrase for the rail in each language', async () => {
    const input = {
      slug: 'georgia',
      names: { en: 'Georgia' },
      railTitles: { en: 'News of Georgia' },
      inRail: true,
    };
    const region = (await admin.request('POST', '/api/regions', input)).as<Region>();
    expect(region).toMatchObject({ ...input, retired: false, version: 1 });
    const changed = await admin.request('PATCH', `/api/regions/${region.id}`, { version: 1, inRail: false });
    expect(changed.as<Region>()).toMatchObject({ railTitles: input.railTitles, inRail: false });
    expect((await site()).regions).toContainEqual(
      expect.objectContaining({ slug: 'georgia', railTitles: input.railTitles, inRail: false }),
    );
  });

  it('are listed for everybody who writes and changed by admins only', async () => {
    const section = await makeSection(test);
    const journalist = await makePerson(test, { role: 'editor_in_chief' });
    expect((await journalist.request('GET', '/api/sections')).status).toBe(200);
    for (const [method, path, body] of [
      ['POST', '/api/sections', { slug: 'mine', names }],
      ['PATCH', `/api/sections/${section.id}`, { version: 1, names }],
      ['POST', `/api/sections/${section.id}/retire`, { redirectTo: null }],
      ['PUT', '/api/regions/order', { ids: [section.id] }],
    ] as const)
      expect((await journalist.request(method, path, body)).body).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuse fields that are not theirs to set (S8)', async () => {
    const answer = await admin.request('POST', '/api/sections', {
      slug: 'sly',
      names,
      position: 0,
      retired: true,
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'INPUT_INVALID' } });
  });
});
