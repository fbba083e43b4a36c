import type { PublicArticle, PublicSite } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

/** Each would run in another of the places where names stand: text, an attribute, JSON in a script, an address. */
const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover=alert(1) x='",
  '</script><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  'javascript:alert(1)//',
  ']]><x onload=alert(1)/>',
];

const site = (attack: string): Partial<PublicSite> => {
  const usual = sampleSite();
  const names = { en: attack };
  return {
    texts: { ...usual.texts, en: { ...usual.texts.en, name: attack, description: attack } },
    sections: usual.sections.map((section) => ({ ...section, names })),
    regions: usual.regions.map((region) => ({ ...region, names, railTitles: names })),
  };
};

const article = (attack: string): Partial<PublicArticle> => ({
  headline: attack,
  standfirst: attack,
  authorNames: [attack],
  authors: [{ id: '0192f000-0000-7000-8004-000000000001', slug: 'tamar', name: attack, role: 'text' }],
  topics: [{ id: '0192f000-0000-7000-8003-000000000001', slug: 'mountains', name: attack }],
  picture: { ...sampleArticle(1).picture!, alt: attack, caption: attack, credit: attack, licence: attack },
  source: { name: attack, url: null },
  seoTitle: attack,
  seoDescription: attack,
  summary: attack,
});

const pages = [
  '/en/',
  '/en/news/story-1',
  '/en/section/politics',
  '/en/region/georgia',
  '/en/search?q=mountain',
];
const machines = ['/en/feed.xml', '/en/news/story-1.md', '/sitemap.xml'];

describe.each(attacks)('S4: a newsroom whose names are all %s', (attack) => {
  let newsroom: StandInNewsroom;
  let reader: TestReader;
  beforeAll(async () => {
    newsroom = new StandInNewsroom(sampleSite(site(attack)));
    newsroom.articles = [sampleArticle(1, article(attack)), sampleArticle(2, article(attack))];
    await newsroom.start();
    reader = await runReader(newsroom);
  });
  afterAll(async () => {
    await reader.stop();
    await newsroom.stop();
  });

  it.each(pages)('has pages on which nothing of it runs: %s', async (path) => {
    const { status, body } = await reader.get(path);
    expect(status).toBe(200);
    // outside of quoted values and of scripts that are data, no tag of theirs begins and no handler stands
    const tags = body
      .replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
      .match(/<[a-z][^>]*>/gi);
    const bare = (tags ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));
    expect(bare.filter((tag) => /\son\w+\s*=|alert\(1\)/i.test(tag))).toEqual([]);
    expect(body).not.toContain('<script>alert');
    expect(body).not.toMatch(/(href|src|action)="?\s*javascript:/i);
  });

  it.each(machines)('is well told to machines: %s', async (path) => {
    const { status, body } = await reader.get(path);
    expect(status).toBe(200);
    if (path.endsWith('.xml')) expect(body).not.toMatch(/<(script|img|svg|x)[\s>/]/);
  });
});
