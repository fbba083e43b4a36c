import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportedStory, Media, Problem } from '@broadsheet/types';
import sharp from 'sharp';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeStory } from '../../test/factories/make-story.ts';

describe('pictures that stand on other sites', () => {
  let test: TestApp;
  let writer: TestPerson;
  let site: Server;
  let root: string;
  beforeAll(async () => {
    const photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#383' } })
      .jpeg()
      .toBuffer();
    site = createServer(({ url }, response) => {
      if (url === '/page')
        response.writeHead(200, { 'content-type': 'image/jpeg' }).end('<script>1</script>');
      else if (url === '/gone.jpg') response.writeHead(404).end();
      else if (url !== '/hangs.jpg') response.writeHead(200, { 'content-type': 'image/jpeg' }).end(photo);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${String((site.address() as AddressInfo).port)}`;
    root = `http://${host}`;
    test = await createTestApp({ outgoingLimit: 500 }, { OUTGOING_ALLOWED: host });
    writer = await makePerson(test, { role: 'journalist' });
  });
  afterAll(async () => {
    site.closeAllConnections();
    site.close();
    await test.close();
  });

  const bring = (address: string, more: object = {}) =>
    writer.request('POST', '/api/media/from-address', { address, ...more });
  const count = async () => {
    const rows: { count: number }[] = await test.dataSource.query('select count(*)::int as count from media');
    return rows[0]?.count;
  };

  it('come into the library with the words that their page has for them', async () => {
    const { articleIds } = await makeStory(test, { createdById: writer.id, languages: ['az'] });
    const answer = await bring(`${root}/photos/the%20ferry.jpg?w=2`, {
      alt: 'Bərə',
      caption: 'Körpüdə',
      articleId: articleIds.az,
    });
    expect(answer.status).toBe(201);
    expect(answer.as<Media>()).toMatchObject({
      filename: 'the ferry.jpg',
      width: 90,
      alt: { az: 'Bərə' },
      caption: { az: 'Körpüdə' },
    });
    // brought once more, from another place too, it is the same one
    const before = await count();
    const again = await bring(`${root}/elsewhere/copy.jpg`, { articleId: articleIds.az });
    expect(again.as<Media>().id).toBe(answer.as<Media>().id);
    expect(await count()).toBe(before);
  });

  it.each([
    ['that hangs', '/hangs.jpg', 424, 'ADDRESS_SILENT'],
    ['that is gone', '/gone.jpg', 424, 'ADDRESS_SILENT'],
    ['that is no picture', '/page', 415, 'MEDIA_TYPE_REFUSED'],
  ])('of an address %s leave one sentence and nothing else', async (_, path, status, code) => {
    const before = await count();
    const answer = await bring(root + path);
    expect([answer.status, answer.as<Problem>().code]).toEqual([status, code]);
    expect(answer.as<Problem>().detail).toMatch(/Nothing was kept/);
    expect(await count()).toBe(before);
  });

  it('S3: of this machine and its network are refused', async () => {
    const { port } = new URL(test.url);
    for (const host of [
      `127.0.0.1:${port}`,
      'localhost',
      '169.254.169.254',
      '[::ffff:127.0.0.1]',
      '2130706433',
    ]) {
      expect((await bring(`http://${host}/api/health`)).as<Problem>().code).toBe('ADDRESS_REFUSED');
    }
  });

  it('S3: of this machine are not knocked at for a web page that is imported', async () => {
    let connections = 0;
    const local = createServer().on('connection', (socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => local.listen(0, '127.0.0.1', resolve));
    const port = String((local.address() as AddressInfo).port);
    const hosts = ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433'];
    const pictures = hosts.map((host) => `<img src="http://${host}:${port}/x.png">`);
    const form = new FormData();
    form.set('story', JSON.stringify({ language: 'en' }));
    form.set('file', new Blob([`<p>Words</p>${pictures.join('')}`]), 'page.html');
    const answer = await writer.request('POST', '/api/stories/import', form);
    local.close();
    expect(answer.as<ImportedStory>().report.lost).toEqual([{ what: 'pictures', count: hosts.length }]);
    expect(connections).toBe(0);
  });
});
