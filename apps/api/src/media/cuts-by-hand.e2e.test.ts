import type { CropBox, CutCrop, Media, Problem, PublicArticle } from '@broadsheet/types';
import { basename } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noise, upload } from '../../test/factories/make-picture.ts';
import { MediaRoom } from '../../test/factories/media-room.ts';
import { beginUpload, sendPart } from '../../test/factories/send-in-parts.ts';

/** Left half red, right half blue: the colour of a cut says where it was cut. */
const halves = async (width = 1200, height = 800): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#c00' } })
    .composite([
      {
        input: { create: { width: width / 2, height, channels: 3, background: '#00c' } },
        left: width / 2,
        top: 0,
      },
    ])
    .jpeg()
    .toBuffer();

describe('a part of a picture that was cut by hand', () => {
  let room: MediaRoom;
  beforeAll(async () => {
    room = await MediaRoom.open();
  });
  afterAll(() => room.close());

  const picture = async () => {
    const made = (await upload(room.journalist, await halves())).as<Media>();
    return change(made, { alt: { en: 'Two halves' } });
  };
  const change = async ({ id }: Media, input: object) => {
    const { version } = (await room.journalist.request('GET', `/api/media/${id}`)).as<Media>();
    return (await room.journalist.request('PATCH', `/api/media/${id}`, { version, ...input })).as<Media>();
  };
  const cut = (made: Media, crop: CutCrop, box: CropBox | null) =>
    change(made, { cropBoxes: { [crop]: box } });
  const keys = async ({ id }: Media): Promise<Record<string, string>> => {
    const rows: { crop: string; key: string }[] = await room.test.dataSource.query(
      'select crop, key from media_crop where media_id = $1 and current',
      [id],
    );
    return Object.fromEntries(rows.map(({ crop, key }) => [crop, key]));
  };
  const shown = async ({ id }: Media, crop: string) => {
    const { bytes } = await room.bytesOf(room.journalist, `/api/media/${id}/${crop}/320.jpg`);
    const { width, height } = await sharp(bytes).metadata();
    const [red, , blue] = (await sharp(bytes).stats()).channels.map(({ mean }) => mean) as [
      number,
      number,
      number,
    ];
    return { size: [width, height], colour: red > 150 ? 'red' : blue > 150 ? 'blue' : 'both' };
  };
  const right = { x: 0.6, y: 0.1, width: 0.3 };

  it('is what comes out of that crop, in its shape, and of no other', async () => {
    const made = await picture();
    expect(made.cropBoxes).toEqual({ '3x2': null, '16x9': null });
    const after = await cut(made, '3x2', right);
    expect(after.cropBoxes).toEqual({ '3x2': right, '16x9': null });
    expect(await shown(made, '3x2')).toEqual({ size: [320, 213], colour: 'blue' });
    expect((await shown(made, '16x9')).colour).toBe('both');
    expect((await shown(made, 'full')).colour).toBe('both');
  });

  it('has an address of its own, and stays when the focal point moves', async () => {
    const made = await picture();
    const before = await keys(made);
    await cut(made, '3x2', right);
    const after = await keys(made);
    expect([after.full, after['16x9']]).toEqual([before.full, before['16x9']]);
    expect(after['3x2']).not.toBe(before['3x2']);
    await change(made, { focalPoint: { x: 0.1, y: 0.5 } });
    const moved = await keys(made);
    expect(moved['3x2']).toBe(after['3x2']);
    expect(moved['16x9']).not.toBe(after['16x9']);
    await cut(made, '3x2', right);
    expect(await keys(made)).toEqual(moved);
    await cut(made, '3x2', null);
    expect((await keys(made))['3x2']).not.toBe(moved['3x2']);
    expect((await shown(made, '3x2')).colour).toBe('both');
  });

  it('reaches readers with the next publication, and their old page keeps its cut until then', async () => {
    const made = await picture();
    const { article } = await room.publishedWith('Cut by hand', made.id);
    const page = async () =>
      (await room.desk.request('GET', '/api/public/en/articles/cut-by-hand')).as<PublicArticle>().picture!
        .keys;
    const before = await page();
    await cut(made, '3x2', right);
    expect(await page()).toEqual(before);
    expect((await room.publish(article)).status).toBe(200);
    const after = await page();
    expect(after['3x2']).toBe((await keys(made))['3x2']);
    expect([after.full, after['16x9']]).toEqual([before.full, before['16x9']]);
  });

  it.each([
    { x: 0.8, y: 0, width: 0.5 },
    { x: 0, y: 0.9, width: 0.5 },
    { x: 0, y: 0.01, width: 1 },
  ])('reaches beyond the picture nowhere: %o', async (box) => {
    const made = await picture();
    const before = await keys(made);
    const { id, version } = made;
    const answer = await room.journalist.request('PATCH', `/api/media/${id}`, {
      version,
      cropBoxes: { '3x2': box, '16x9': null },
    });
    expect([answer.status, answer.as<Problem>().code]).toEqual([422, 'INPUT_INVALID']);
    expect(await keys(made)).toEqual(before);
  });

  it('is of the file that it was cut from: a new one of another shape follows the focal point', async () => {
    const made = await cut(await picture(), '3x2', right);
    const replaceWith = async (file: Buffer) => {
      const address = await beginUpload(room.test, room.journalist, file.length, 'b.jpg');
      await sendPart(room.test, room.journalist, address, 0, file);
      const { version } = (await room.journalist.request('GET', `/api/media/${made.id}`)).as<Media>();
      const input = { uploadId: basename(address), version };
      return (await room.journalist.request('POST', `/api/media/${made.id}/replace`, input)).as<Media>();
    };
    expect((await replaceWith(await halves(600, 400))).cropBoxes['3x2']).toEqual(right);
    expect((await shown(made, '3x2')).colour).toBe('blue');
    expect((await replaceWith(await noise(400, 400))).cropBoxes['3x2']).toBeNull();
  });
});
