import { languages } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

const site = 'https://ledger.example';
let newsroom: StandInNewsroom;
let reader: TestReader;

const person = (slug: string, name: string, role: 'text' | 'photo' | 'translation') => ({
  id: `0192f000-0000-7000-8009-00000000000${String(slug.length % 10)}`,
  slug,
  name,
  role,
});
const authors = [
  person('tamar', 'Tamar Elani', 'text'),
  person('kamran', 'Kamran Yazdar', 'photo'),
  person('leyla-s', 'Leyla Sarvanli', 'translation'),
];

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = [
    ...languages.map((language) => sampleArticle(1, { language, slug: `by-${language}`, authors })),
    sampleArticle(2, {
      slug: 'taken',
      canonicalUrl: 'https://courtyard.example/essay?a=1&b=2',
      source: { name: 'The Courtyard <Review>', url: 'https://courtyard.example/' },
      contentType: 'opinion',
      summary: 'In one sentence.',
      translations: [
        { language: 'en', slug: 'taken', isSyndicated: true },
        { language: 'ru', slug: 'own', isSyndicated: false },
      ],
    }),
    sampleArticle(2, {
      language: 'ru',
      slug: 'own',
      translations: [
        { language: 'en', slug: 'taken', isSyndicated: true },
        { language: 'ru', slug: 'own', isSyndicated: false },
      ],
    }),
  ];
  await newsroom.start();
  reader = await runReader(newsroom);
});
afterAll(async () => {
  await reader.stop();
  await newsroom.stop();
});

const things = (body: string) =>
  [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(String(json)) as Record<string, unknown>,
  );

describe('a byline with roles', () => {
  it.each([
    ['en', ['By Tamar Elani', 'Photos: Kamran Yazdar', 'Translation: Leyla Sarvanli']],
    ['az', ['Müəllif: Tamar Elani', 'Foto: Kamran Yazdar', 'Tərcümə: Leyla Sarvanli']],
    ['ru', ['Автор: Tamar Elani', 'Фото: Kamran Yazdar', 'Перевод: Leyla Sarvanli']],
    ['hy', ['Հեղինակ՝ Tamar Elani', 'Լուսանկարները՝ Kamran Yazdar', 'Թարգմանությունը՝ Leyla Sarvanli']],
  ])('says in %s who wrote, photographed and translated', async (language, lines) => {
    const { body } = await reader.get(`/${language}/news/by-${language}`);
    const byline = /<p class="by[^"]*">(.*?)<\/p>/s.exec(body)?.[1] ?? '';
    const text = byline
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    expect(text).toBe(lines.join(' '));
  });

  it('tells machines each in its own place', async () => {
    const [news] = things((await reader.get('/en/news/by-en')).body);
    expect(news).toMatchObject({
      author: [{ name: 'Tamar Elani' }],
      contributor: [{ roleName: 'photographer', contributor: { name: 'Kamran Yazdar' } }],
      translator: [{ name: 'Leyla Sarvanli' }],
    });
    const rss = (await reader.get('/ru/feed.xml')).body;
    expect(rss).toContain('<dc:creator>Tamar Elani</dc:creator>');
    expect(rss).toContain('<dc:contributor>Kamran Yazdar (фото)</dc:contributor>');
    expect((await reader.get('/hy/feed.atom')).body).toContain(
      '<contributor><name>Leyla Sarvanli (թարգմանություն)</name>',
    );
    expect((await reader.get('/az/feed.json')).body).toContain('"name":"Kamran Yazdar (foto)"');
  });
});

describe('a syndicated piece', () => {
  it('names its original as canonical, and no versions of its own', async () => {
    const { body, status } = await reader.get('/en/news/taken');
    expect(status).toBe(200);
    expect(body).toContain('<link rel="canonical" href="https://courtyard.example/essay?a=1&amp;b=2"');
    expect(body).not.toContain('rel="alternate" hreflang');
    expect(things(body)[0]).toMatchObject({
      '@type': 'OpinionNewsArticle',
      abstract: 'In one sentence.',
      url: 'https://courtyard.example/essay?a=1&b=2',
      mainEntityOfPage: { '@id': 'https://courtyard.example/essay?a=1&b=2' },
      sourceOrganization: { name: 'The Courtyard <Review>', url: 'https://courtyard.example/' },
    });
  });

  it('A11: is no version for search engines on the pages of the others', async () => {
    const { body } = await reader.get('/ru/news/own');
    expect(body).toContain(`<link rel="canonical" href="${site}/ru/news/own"`);
    expect(body).not.toContain(`hreflang="en" href="${site}/en/news/taken" `);
    expect([...body.matchAll(/<link rel="alternate" hreflang="([\w-]+)"/g)].map(([, each]) => each)).toEqual([
      'ru',
      'x-default',
    ]);
  });

  it('S4: says where it is from, as text', async () => {
    const { body } = await reader.get('/en/news/taken');
    expect(body).toMatch(/href="https:\/\/courtyard\.example\/" rel="external noopener"/);
    expect(body).toContain('The Courtyard &lt;Review>');
    expect(body).not.toContain('<Review>');
  });
});
