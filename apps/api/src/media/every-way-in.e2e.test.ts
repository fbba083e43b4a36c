import type { ImportedStory, Media, Problem } from '@broadsheet/types';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../../test/create-test-app.ts';
import type { TestPerson } from '../../test/factories/make-person.ts';
import { makePicture, noise, upload } from '../../test/factories/make-picture.ts';
import { mp4, pdf } from '../../test/factories/make-recording.ts';
import { MediaRoom } from '../../test/factories/media-room.ts';
import { beginUpload, sendPart, tusStep, uploadInParts } from '../../test/factories/send-in-parts.ts';
import type { Answer } from '../../test/factories/send-request.ts';
import { makeDocxWith } from '../../test/factories/make-docx.ts';
import { vastHeads, vastPicture } from '../../test/factories/vast-picture.ts';

const drawing = (inside: string, size = 'width="300" height="200"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`);

/** A drawing with a document type of its own. */
const defined = (entities: string, words: string) =>
  Buffer.from(
    `<!DOCTYPE svg [${entities}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>${words}</text></svg>`,
  );

/** Ten words, each of them ten of the one before: a thousand million in all. */
const laughs = Array.from({ length: 10 }, (_, at) =>
  at === 0 ? '<!ENTITY laugh0 "ha">' : `<!ENTITY laugh${at} "${`&laugh${at - 1};`.repeat(10)}">`,
).join('');

/** What, its name, its bytes, and why it is refused. */
const refusals: [what: string, name: string, file: () => Buffer | Promise<Buffer>, code: string][] = [
  [
    'a page that calls itself a picture',
    'a.jpg',
    () => Buffer.from('<!doctype html><script>1</script>'),
    'MEDIA_TYPE_REFUSED',
  ],
  ['an archive', 'a.zip', () => Buffer.from('PK\x03\x04 and more'), 'MEDIA_TYPE_REFUSED'],
  [
    'a picture of the iPhone that the decoder cannot read',
    'a.heic',
    () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
    'MEDIA_TYPE_REFUSED',
  ],
  ['S6: a picture of a hundred megapixels', 'a.png', () => vastPicture(10_000, 10_000), 'MEDIA_TOO_LARGE'],
  ['S6: a GIF of a hundred megapixels', 'a.gif', vastHeads.gif, 'MEDIA_TOO_LARGE'],
  ['S6: a WebP of a hundred megapixels', 'a.webp', vastHeads.webp, 'MEDIA_TOO_LARGE'],
  ['S6: an AVIF of a hundred megapixels', 'a.avif', vastHeads.avif, 'MEDIA_TOO_LARGE'],
  [
    'S6: a drawing of a hundred megapixels',
    'a.svg',
    () => drawing('<rect width="9" height="9"/>', 'width="10000" height="10000"'),
    'MEDIA_TOO_LARGE',
  ],
  ['S6: a drawing whose entities multiply', 'a.svg', () => defined(laughs, '&laugh9;'), 'MEDIA_BROKEN'],
  [
    'S6: a drawing that says one long word very often',
    'a.svg',
    () => defined(`<!ENTITY long "${'ha'.repeat(50_000)}">`, '&long;'.repeat(20_000)),
    'MEDIA_BROKEN',
  ],
  [
    'S4: a drawing that asks for a file of the server',
    'a.svg',
    () => defined('<!ENTITY file SYSTEM "file:///etc/hostname">', '&file;'),
    'MEDIA_BROKEN',
  ],
  [
    'a picture that ends in the middle',
    'a.jpg',
    async () => (await noise(600, 600)).subarray(0, 9000),
    'MEDIA_BROKEN',
  ],
  ['a recording without an index', 'a.mp4', () => mp4().subarray(0, 60), 'MEDIA_BROKEN'],
  ['a document without an end', 'a.pdf', () => pdf().subarray(0, 12), 'MEDIA_BROKEN'],
];

describe('S5: whichever way a file comes in', () => {
  let room: MediaRoom;
  let test: TestApp;
  let journalist: TestPerson;
  let replaced: Media;
  let site: Server;
  let host: string;
  /** What the other site has, by path. It says of everything that it is a picture. */
  const served = new Map<string, Buffer>();
  beforeAll(async () => {
    site = createServer(({ url }, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(served.get(url ?? ''));
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${String((site.address() as AddressInfo).port)}`;
    room = await MediaRoom.open({ OUTGOING_ALLOWED: host });
    ({ test, journalist } = room);
    replaced = await makePicture(journalist);
  });
  afterAll(async () => {
    site.close();
    await room.close();
  });

  const asForm = (file: Buffer, name: string) => upload(journalist, file, { name });
  const inParts = (file: Buffer, name: string) => uploadInParts(test, journalist, file, { name });
  const fromAddress = (file: Buffer, name: string) => {
    served.set(`/${name}`, file);
    return journalist.request('POST', '/api/media/from-address', { address: `http://${host}/${name}` });
  };
  const inPlaceOf = async (file: Buffer, name: string) => {
    const address = await beginUpload(test, journalist, file.length, name);
    await sendPart(test, journalist, address, 0, file);
    const { id, version } = replaced;
    return journalist.request('POST', `/api/media/${id}/replace`, { uploadId: basename(address), version });
  };
  const ways: [way: string, send: (file: Buffer, name: string) => Promise<Answer>, takes: RegExp][] = [
    ['as a form', asForm, /./],
    ['in parts', inParts, /./],
    ['from an address', fromAddress, /\.(?:jpg|png|gif|webp|avif|svg|heic|zip)$/],
    ['in the place of another', inPlaceOf, /./],
  ];
  const importOf = async (file: Buffer | string, name: string) => {
    const form = new FormData();
    form.set('story', JSON.stringify({ language: 'en' }));
    form.set('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), name);
    return (await journalist.request('POST', '/api/stories/import', form)).as<ImportedStory>().report;
  };
  const count = async () => {
    const [row]: { count: number; files: string }[] = await test.dataSource.query(
      `select count(*)::int as count, string_agg(file || version, ' ' order by id) as files from media`,
    );
    return row;
  };

  it.each(
    refusals.flatMap(([what, name, file, code]) =>
      ways.map(([way, send, takes]) => ({
        ...{ what, way, name, file, send },
        // a site is asked for pictures alone
        code: takes.test(name) ? code : 'MEDIA_TYPE_REFUSED',
      })),
    ),
  )('refuses $what, sent $way, and keeps nothing of it', async ({ name, file, code, send }) => {
    const before = await count();
    const bytes = await file();
    const began = performance.now();
    const { code: told, detail } = (await send(bytes, name)).as<Problem>();
    expect(told).toBe(code);
    // far less than a decoder is given: nothing is swallowed before it is refused
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(detail).toMatch(/Nothing was kept/);
    expect(await count()).toEqual(before);
  });

  it.each(refusals)(
    'leaves out %s that stands in a text that is imported, and says so',
    async (_, name, file) => {
      const before = await count();
      const inside = `data:image/jpeg;base64,${(await file()).toString('base64')}`;
      served.set(`/${name}`, await file());
      const html = `<p>Words</p><img src="${inside}"><img src="http://${host}/${name}">`;
      expect((await importOf(html, 'page.html')).lost).toEqual([{ what: 'pictures', count: 2 }]);
      expect(await count()).toEqual(before);
    },
  );

  it.each(refusals)('leaves out %s that stands in a Word document, and says so', async (_, _name, file) => {
    const before = await count();
    const report = await importOf(makeDocxWith('Words', await file()), 'story.docx');
    expect(report).toEqual({ lost: [{ what: 'pictures', count: 1 }] });
    expect(await count()).toEqual(before);
  });

  it('takes a picture that is one, in a Word document as well', async () => {
    const before = await count();
    expect(await importOf(makeDocxWith('Words', await noise(40, 50)), 'story.docx')).toEqual({ lost: [] });
    expect(await count()).toMatchObject({ count: (before?.count ?? 0) + 1 });
  });

  it('says of an empty file that it is empty, at once where its length is told before', async () => {
    const before = await count();
    const told = [
      (await asForm(Buffer.alloc(0), 'a.jpg')).as<Problem>(),
      (await fromAddress(Buffer.alloc(0), 'a.jpg')).as<Problem>(),
    ];
    const headers = { 'upload-length': '0' };
    told.push(
      (await (await tusStep(test, journalist, 'POST', '/api/uploads', { headers })).json()) as Problem,
    );
    for (const { code, detail } of told)
      expect([code, detail]).toEqual(['MEDIA_EMPTY', expect.stringMatching(/Nothing was kept/)]);
    expect(await count()).toEqual(before);
  });

  describe('S20: keeps no path of a name', () => {
    const name = '../../etc/p\u202Easswd.jpg';
    const named = async (sha: Buffer) => {
      const rows: { filename: string }[] = await test.dataSource.query(
        'select filename from media where sha256 = $1',
        [createHash('sha256').update(sha).digest()],
      );
      return rows.map(({ filename }) => filename);
    };
    /** On the other site it stands in a path, where its slashes are no slashes. */
    const asOnePart = (file: Buffer) => {
      served.set(`/${encodeURIComponent(name)}`, file);
      return `http://${host}/${encodeURIComponent(name)}`;
    };
    const hostile: [way: string, send: (file: Buffer) => Promise<unknown>][] = [
      ['as a form', (file) => asForm(file, name)],
      ['in parts', (file) => inParts(file, name)],
      ['in the place of another', (file) => inPlaceOf(file, name)],
      [
        'from an address',
        (file) => journalist.request('POST', '/api/media/from-address', { address: asOnePart(file) }),
      ],
      [
        'in a text that is imported',
        (file) => importOf(`<p>Words</p><img src="${asOnePart(file)}">`, 'page.html'),
      ],
    ];
    it.each(hostile)('sent %s', async (_way, send) => {
      const file = await noise(40, 40);
      await send(file);
      expect(await named(file)).toEqual(['passwd.jpg']);
    });
  });
});
