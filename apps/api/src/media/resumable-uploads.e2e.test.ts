import { existsSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem, UploadOutcome } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../../test/create-test-app.ts';
import type { TestPerson } from '../../test/factories/make-person.ts';
import { noise } from '../../test/factories/make-picture.ts';
import { MediaRoom } from '../../test/factories/media-room.ts';
import { beginUpload, madeOf, sendPart, tusStep, uploadInParts } from '../../test/factories/send-in-parts.ts';
import { ResumableUploads } from './resumable-uploads.service.ts';

describe('an upload in parts', () => {
  let room: MediaRoom;
  let test: TestApp;
  let journalist: TestPerson;
  let colleague: TestPerson;
  let stranger: TestPerson;
  let desk: TestPerson;
  beforeAll(async () => {
    room = await MediaRoom.open();
    ({ test, journalist, colleague, stranger, desk } = room);
  });
  afterAll(() => room.close());

  const code = (answer: { body: unknown }) => (answer.body as Problem).code;
  const folder = () => join(test.env.DATA_DIR, 'media', 'incoming');

  it('goes on where the connection broke, and answers the same when asked twice', async () => {
    const file = await noise(300, 200);
    const address = await beginUpload(test, journalist, file.length, 'broken-line.jpg');
    await sendPart(test, journalist, address, 0, file.subarray(0, 1000));
    const seen = await tusStep(test, journalist, 'HEAD', address);
    expect(seen.headers.get('upload-offset')).toBe('1000');
    expect(code(await journalist.request('POST', `${address}/finish`, {}))).toBe('BAD_REQUEST');
    expect((await sendPart(test, journalist, address, 500, file.subarray(500))).status).toBe(409);
    expect((await sendPart(test, journalist, address, 1000, file.subarray(1000))).status).toBe(204);
    const made = madeOf(await journalist.request('POST', `${address}/finish`, {}));
    expect(madeOf(await journalist.request('POST', `${address}/finish`, {})).id).toBe(made.id);
  });

  it('S7: is its sender’s alone', async () => {
    const address = await beginUpload(test, journalist, 10);
    for (const [person, status] of [
      [colleague, 404],
      [desk, 404],
      [null, 401],
    ] as const) {
      expect((await tusStep(test, person, 'HEAD', address)).status).toBe(status);
      expect((await sendPart(test, person, address, 0, Buffer.alloc(10))).status).toBe(status);
      expect((await tusStep(test, person, 'DELETE', address)).status).toBe(status);
    }
    expect((await colleague.request('POST', `${address}/finish`, {})).status).toBe(404);
    expect((await tusStep(test, journalist, 'DELETE', address)).status).toBe(204);
    expect((await tusStep(test, journalist, 'HEAD', address)).status).toBe(404);
  });

  it('S22: takes no more than was announced, and announces no more than fits', async () => {
    const begun = await tusStep(test, journalist, 'POST', '/api/uploads', {
      headers: { 'upload-length': '2000000000' },
    });
    expect([begun.status, ((await begun.json()) as Problem).code]).toEqual([413, 'MEDIA_TOO_LARGE']);
    const address = await beginUpload(test, journalist, 10);
    await sendPart(test, journalist, address, 0, Buffer.alloc(5000)).catch(() => undefined);
    const seen = await tusStep(test, journalist, 'HEAD', address);
    expect(Number(seen.headers.get('upload-offset'))).toBeLessThanOrEqual(10);
  });

  it('F19: says that the disk is full, and what had come can go on', async () => {
    const address = await beginUpload(test, journalist, 5000);
    const path = join(folder(), basename(address));
    rmSync(path);
    symlinkSync('/dev/full', path);
    const answer = await sendPart(test, journalist, address, 0, Buffer.alloc(5000, 7));
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([507, 'STORAGE_FULL']);
    rmSync(path);
    expect(await test.dataSource.query(`select 1 from media where bytes = 5000`)).toEqual([]);
  });

  it('is forgotten when it never came whole', async () => {
    const address = await beginUpload(test, journalist, 10);
    const path = join(folder(), basename(address));
    expect(existsSync(path)).toBe(true);
    await test.dataSource.query(
      `update media_upload set created_at = now() - interval '25 hours' where id = $1`,
      [basename(address)],
    );
    const old = new Date(Date.now() - 25 * 3_600_000);
    utimesSync(path, old, old);
    await test.app.get(ResumableUploads, { strict: false }).clean();
    expect(existsSync(path)).toBe(false);
    expect((await tusStep(test, journalist, 'HEAD', address)).status).toBe(404);
  });

  it('offers what it holds already, and keeps both when that is wanted', async () => {
    const file = await noise(200, 200, 90);
    const first = madeOf(await uploadInParts(test, journalist, file, { name: 'one.jpg' }));
    const asked = await uploadInParts(test, journalist, file, { name: 'two.jpg', onDuplicate: 'ask' });
    expect(asked.as<UploadOutcome>()).toMatchObject({ media: null, duplicates: [{ id: first.id }] });
    const foreign = await uploadInParts(test, stranger, file, { name: 'three.jpg', onDuplicate: 'ask' });
    expect(madeOf(foreign).id).not.toBe(first.id);
    expect(madeOf(await uploadInParts(test, journalist, file, { name: 'two.jpg' })).id).not.toBe(first.id);
  });
});
