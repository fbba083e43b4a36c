import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MachineReader, parseXml } from '../test/machine-reader.ts';

const site = 'https://ledger.example';
let machine: MachineReader;

beforeAll(async () => {
  machine = await MachineReader.open();
});
afterAll(() => machine.close());
beforeEach(() => machine.reset());

describe('feeds', () => {
  it('are RSS 2.0 with an id that outlives headline and address', async () => {
    const { headers, body } = await machine.reader.get('/ru/feed.xml');
    expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    const { channel } = parseXml(body).rss as unknown as { channel: Record<string, unknown> };
    expect(channel).toMatchObject({
      link: `${site}/ru/`,
      language: 'ru',
      description: expect.any(String) as string,
    });
    const [item] = channel.item as Record<string, unknown>[];
    expect(item).toMatchObject({
      link: `${site}/ru/news/ru-1`,
      guid: { '#text': `urn:uuid:${String(machine.newsroom.articles[1]?.id)}`, '@_isPermaLink': 'false' },
      enclosure: { '@_url': `${site}/media/lead1/1280.jpg`, '@_type': 'image/jpeg' },
      'dc:creator': 'Tamar Elani',
    });
    expect(Date.parse(String(item?.pubDate))).toBe(
      Date.parse(String(machine.newsroom.articles[1]?.publishedAt)),
    );
    expect(item).not.toHaveProperty('content:encoded');
  });

  it('are Atom with all that RFC 4287 asks of feed and entry', async () => {
    const { headers, body } = await machine.reader.get('/en/section/politics/feed.atom');
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const { feed } = parseXml(body);
    expect(feed).toMatchObject({
      id: `${site}/en/section/politics`,
      updated: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      author: { name: 'The Caspian Ledger' },
    });
    const entries = feed?.entry as Record<string, unknown>[];
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({ title: 'No picture <&>"', updated: expect.any(String) as string });
    for (const entry of entries)
      expect(Object.keys(entry)).toEqual(expect.arrayContaining(['id', 'title', 'updated']));
  });

  it('are JSON Feed 1.1, where every item has content', async () => {
    const { headers, body } = await machine.reader.get('/hy/region/georgia/feed.json');
    expect(headers['content-type']).toBe('application/feed+json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${site}/hy/region/georgia/feed.json`,
      home_page_url: `${site}/hy/region/georgia`,
      items: [
        { id: expect.stringMatching(/^urn:uuid:/) as string, content_text: 'Standfirst 1', language: 'hy' },
      ],
    });
  });

  it('carry whole articles when the site says so, as they may stand anywhere: a link in the place of a film’s card', async () => {
    await machine.change({ feedFullText: true });
    const { channel } = parseXml(await machine.text('/az/feed.xml')).rss as unknown as {
      channel: Record<string, unknown>;
    };
    const [item] = channel.item as Record<string, unknown>[];
    const whole =
      '<p><a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ">The way up</a></p>' +
      `<p>Read <a href="${site}/en/news/other">this</a> &amp; that.</p>` +
      `<figure><img src="${site}/media/k/640.webp" alt=""></figure>`;
    expect(item?.['content:encoded']).toBe(whole);
    expect(JSON.parse(await machine.text('/az/feed.json'))).toMatchObject({
      items: [{ content_html: whole }],
    });
  });

  it('answer 304 by tag and by date, and by no other date', async () => {
    const { headers } = await machine.reader.get('/en/feed.atom');
    const [etag, date] = [String(headers.etag), String(headers['last-modified'])];
    expect(Date.parse(date)).toBeLessThanOrEqual(Date.now());
    expect((await machine.reader.get('/en/feed.atom', { 'if-none-match': etag })).status).toBe(304);
    expect((await machine.reader.get('/en/feed.atom', { 'if-modified-since': date })).status).toBe(304);
    const later = new Date(Date.parse(date) + 60_000).toUTCString();
    expect((await machine.reader.get('/en/feed.atom', { 'if-modified-since': later })).status).toBe(200);
    const both = { 'if-none-match': '"other"', 'if-modified-since': date };
    expect((await machine.reader.get('/en/feed.atom', both)).status).toBe(200);
  });

  it('are there for lists alone, and move with them', async () => {
    machine.newsroom.redirects.set('/en/section/old', '/en/section/politics');
    const moved = await machine.reader.get('/en/section/old/feed.json');
    expect([moved.status, moved.headers.location]).toEqual([301, '/en/section/politics/feed.json']);
    for (const path of [
      '/en/feed.rss',
      '/en/news/en-1/feed.xml',
      '/en/search/x/feed.xml',
      '/en/topic/none/feed.atom',
    ])
      expect((await machine.reader.get(path)).status).toBe(404);
  });
});
