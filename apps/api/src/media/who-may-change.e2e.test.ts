import { basename } from 'node:path';
import type { Media, MediaPage, Problem, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../../test/create-test-app.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture, noise } from '../../test/factories/make-picture.ts';
import { MediaRoom } from '../../test/factories/media-room.ts';
import { beginUpload, sendPart } from '../../test/factories/send-in-parts.ts';

describe('S7: a file of the library is changed by who sent it and who writes with it', () => {
  let room: MediaRoom;
  let test: TestApp;
  let journalist: TestPerson;
  let colleague: TestPerson;
  let stranger: TestPerson;
  let desk: TestPerson;
  /** Reads every story, and writes in Azerbaijani alone: the story of the picture has no such article. */
  let reader: TestPerson;
  let picture: Media;
  beforeAll(async () => {
    room = await MediaRoom.open();
    ({ test, journalist, colleague, stranger, desk } = room);
    reader = await makePerson(test, { role: 'journalist', languages: ['az'] });
    const { articles } = await room.startStory();
    picture = await makePicture(journalist, { articleId: articles[0]!.id });
  });
  afterAll(() => room.close());

  const seen = async (person: TestPerson) =>
    (await person.request('GET', `/api/media/${picture.id}`)).as<Media>();
  const change = async (person: TestPerson, patch: object) => {
    const { version } = await seen(journalist);
    return person.request('PATCH', `/api/media/${picture.id}`, { version, ...patch });
  };
  const code = (answer: { body: unknown }) => (answer.body as Problem).code;
  const changes: [what: string, patch: object][] = [
    ['its alt text', { alt: { en: 'Something else' } }],
    ['its credit', { credit: 'Nobody' }],
    ['the end of its rights', { rightsEnd: '2020-01-31' }],
    ['its focal point', { focalPoint: { x: 0, y: 0 } }],
    ['its cuts', { cropBoxes: { '3x2': { x: 0, y: 0, width: 0.5 } } }],
  ];

  it.each(changes)('and by nobody who only reads a story with it: not %s', async (_what, patch) => {
    const before = await seen(journalist);
    const answer = await change(reader, patch);
    expect([answer.status, code(answer)]).toEqual([403, 'FORBIDDEN']);
    expect((await change(stranger, patch)).status).toBe(404);
    expect(await seen(journalist)).toEqual(before);
  });

  it('nor taken away by them', async () => {
    expect((await reader.request('DELETE', `/api/media/${picture.id}`)).status).toBe(403);
    expect((await stranger.request('DELETE', `/api/media/${picture.id}`)).status).toBe(404);
  });

  it('nor replaced by them, nor seen as it came by a stranger', async () => {
    expect((await room.bytesOf(stranger, `/api/media/${picture.id}/original`)).status).toBe(404);
    const file = await noise(60, 40);
    for (const [person, status] of [
      [reader, 403],
      [stranger, 404],
    ] as const) {
      const address = await beginUpload(test, person, file.length);
      await sendPart(test, person, address, 0, file);
      const input = { uploadId: basename(address), version: (await seen(journalist)).version };
      expect((await person.request('POST', `/api/media/${picture.id}/replace`, input)).status).toBe(status);
    }
  });

  it('which its answers say', async () => {
    const may = async (person: TestPerson) => (await seen(person)).may.change;
    expect([await may(journalist), await may(colleague), await may(desk)]).toEqual([true, true, true]);
    expect(await may(reader)).toBe(false);
    const { items } = (await reader.request('GET', '/api/media')).as<MediaPage>();
    expect(items).toMatchObject([{ id: picture.id, may: { change: false } }]);
  });

  it('a colleague describes it, and ends its rights earlier; longer ones give its sender and the desk', async () => {
    expect((await change(colleague, { credit: 'Nare Solak', alt: { en: 'A bridge' } })).status).toBe(200);
    expect((await change(colleague, { rightsEnd: '2031-05-31' })).status).toBe(200);
    expect((await change(colleague, { rightsEnd: '2030-05-31' })).status).toBe(200);
    for (const rightsEnd of ['2030-06-01', null])
      expect((await change(colleague, { rightsEnd })).status).toBe(403);
    expect((await change(desk, { rightsEnd: '2031-05-31' })).status).toBe(200);
    expect((await change(journalist, { rightsEnd: null })).status).toBe(200);
  });

  it('whoever uses it in a story of their own describes it then, and lets nothing out by it', async () => {
    await change(journalist, { rightsEnd: '2020-01-31' });
    const own = (await reader.request('POST', '/api/stories', { language: 'az' })).as<Story>();
    const lead = { version: own.version, leadMediaId: picture.id };
    expect((await reader.request('PATCH', `/api/stories/${own.id}`, lead)).status).toBe(200);
    expect((await change(reader, { alt: { az: 'Körpü', en: 'A bridge' } })).status).toBe(200);
    expect((await change(reader, { rightsEnd: null })).status).toBe(403);
  });
});
