import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { grantInput, languages, localizedText, slug, type Language } from '@broadsheet/types';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { authors } from './authors.ts';
import { media } from './media.ts';
import { people } from './people.ts';
import { regions } from './regions.ts';
import { mediaIn, plainText, runsOf, textsOf } from './rich-text.ts';
import { sections } from './sections.ts';
import { site } from './site.ts';
import { stories } from './stories.ts';
import { topics } from './topics.ts';
import type { Block, DemoArticle, DemoGrant, DemoStory } from './types.ts';

const pictures = join(import.meta.dirname, '../pictures');

const articles = stories.flatMap((story) =>
  languages.flatMap((language) => {
    const article = story.articles[language];
    return article ? [{ name: `${story.key} (${language})`, story, language, article }] : [];
  }),
);

const linesOf = (article: DemoArticle): string[] => [
  article.headline,
  article.standfirst,
  ...article.body.flatMap(textsOf).map(plainText),
];

const linksOf = (article: DemoArticle): string[] =>
  article.body
    .flatMap(textsOf)
    .flatMap(runsOf)
    .flatMap((run) => (run.href === undefined ? [] : [run.href]));

/** What is not running text: its words are beside the length of a story. */
const beside = new Set<Block['type']>([
  'picture',
  'points',
  'facts',
  'table',
  'embed',
  'audio',
  'video',
  'correction',
  'code',
]);

/** Words of the running text alone. */
const wordCount = (article: DemoArticle): number =>
  article.body
    .filter((block) => !beside.has(block.type))
    .flatMap(textsOf)
    .flatMap((text) => plainText(text).split(/\s+/))
    .filter((word) => /\p{L}/u.test(word)).length;

/** Letters and marks that a text of each language is made of. Straight quotes belong to none. */
const alphabets: Record<Language, RegExp> = {
  az: /^[abcçdeəfgğhxıijkqlmnoöprsştuüvyzABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ0-9 .,:;?«»—-]+$/u,
  ru: /^[а-яёА-ЯЁ0-9 .,:;?«»—-]+$/u,
  en: /^[a-zA-Zé0-9 .,:;?“”’—-]+$/u,
  hy: /^[ա-ևԱ-Ֆ0-9 ,։՝՞՛«»—-]+$/u,
};

/** Everything said once per language: names, rail titles, captions, settings. */
const namings: readonly (readonly [string, unknown])[] = [
  ...[...sections, ...topics, ...authors].map((item) => [item.key, item.names] as const),
  ...regions.flatMap((region) => [
    [region.key, region.names] as const,
    [region.key, region.railTitle] as const,
  ]),
  ...media.flatMap((item) => [[item.key, item.alt] as const, [item.key, item.caption] as const]),
  ...[
    site.name,
    site.tagline,
    site.reuseTerms,
    site.copyrightHolder,
    site.sourceLine,
    site.followHeading,
  ].map((text) => [text.en, text] as const),
];

const reaches = (list: 'any' | readonly string[], wanted: string): boolean =>
  list === 'any' || list.includes(wanted);

const covers = (grant: DemoGrant, story: DemoStory, language: Language): boolean =>
  reaches(grant.sections, story.section) &&
  reaches(grant.languages, language) &&
  (grant.regions === 'any' || story.regions.some((region) => reaches(grant.regions, region)));

describe('the words of the Caspian Ledger', () => {
  it.each(namings)('are there in all four languages and each in its own letters: %s', (_, text) => {
    const words = localizedText.parse(text);
    for (const language of languages) expect(words[language]).toMatch(alphabets[language]);
  });

  it.each(articles)('are written in the letters of their language: $name', ({ language, article }) => {
    for (const line of linesOf(article)) expect(line).toMatch(alphabets[language]);
  });

  it.each(articles)(
    'fill between 120 and 250 words of body, and a long read over 900: $name',
    ({ article }) => {
      const [least, most] = article.isLong ? [900, 1500] : [120, 250];
      expect(wordCount(article)).toBeGreaterThanOrEqual(least);
      expect(wordCount(article)).toBeLessThanOrEqual(most);
    },
  );

  it.each(articles)('have no doubled spaces, loose commas or loose ends: $name', ({ article }) => {
    for (const line of linesOf(article)) expect(line).not.toMatch(/ {2}|\s[.,:;?։]|^\s|\s$/u);
  });
});

describe('the stories of the Caspian Ledger', () => {
  it('exist in every language as an original, and four of them in all languages', () => {
    expect(new Set(stories.map((story) => story.original))).toEqual(new Set(languages));
    const whole = stories.filter((story) => languages.every((language) => story.articles[language]));
    expect(whole).toHaveLength(4);
    for (const story of stories) expect(story.articles[story.original]).toBeDefined();
  });

  it('use only sections, regions, topics, authors and photographs that exist', () => {
    const known = (items: readonly { key: string }[]) => items.map((item) => item.key);
    for (const story of stories) {
      expect(known(sections)).toContain(story.section);
      for (const region of story.regions) expect(known(regions)).toContain(region);
      for (const topic of story.topics) expect(known(topics)).toContain(topic);
      for (const author of story.authors) expect(known(authors)).toContain(author);
      if (story.lead) expect(known(media)).toContain(story.lead);
    }
    for (const { article } of articles)
      for (const key of article.body.flatMap(mediaIn)) expect(known(media)).toContain(key);
  });

  it('leave no section, region, topic, author or photograph without a story', () => {
    const keys = (items: readonly { key: string }[]) => new Set(items.map((item) => item.key));
    const inBodies = articles.flatMap(({ article }) => article.body).flatMap(mediaIn);
    expect(new Set(stories.map((story) => story.section))).toEqual(keys(sections));
    expect(new Set(stories.flatMap((story) => story.regions))).toEqual(keys(regions));
    expect(new Set(stories.flatMap((story) => story.topics))).toEqual(keys(topics));
    expect(new Set(stories.flatMap((story) => story.authors))).toEqual(keys(authors));
    expect(new Set([...stories.flatMap((story) => story.lead ?? []), ...inBodies])).toEqual(keys(media));
  });

  it('use every kind of block between them, what is published all but a recording', () => {
    const kindsIn = (list: typeof articles) =>
      new Set(list.flatMap(({ article }) => article.body.map(({ type }) => type)));
    expect([...kindsIn(articles)].sort()).toEqual([
      ...['audio', 'code', 'correction', 'embed', 'facts', 'gallery', 'h2', 'h3', 'h4', 'ol', 'p', 'picture'],
      ...['points', 'pull', 'qa', 'quote', 'related', 'table', 'ul', 'video'],
    ]);
    const published = kindsIn(articles.filter(({ article }) => article.state === 'published'));
    expect([...kindsIn(articles)].filter((kind) => !published.has(kind))).toEqual(['audio']);
  });

  it.each(articles)('lead only to stories that were written before: $name', ({ story, article }) => {
    for (const block of article.body)
      if (block.type === 'related')
        expect(stories.find(({ key }) => key === block.story)?.hoursAgo).toBeGreaterThan(story.hoursAgo);
  });

  it.each(articles)('are translated block by block: $name', ({ story, article }) => {
    const shape = (body: readonly Block[] = []) =>
      body.map((block) => `${block.type} ${'items' in block ? block.items.length : ''}`);
    expect(shape(article.body)).toEqual(shape(story.articles[story.original]?.body));
  });

  it.each(articles)(
    'are written by somebody whose grants cover them: $name',
    ({ story, language, article }) => {
      const writer = people.find((person) => person.key === article.writer);
      expect(writer?.grants.some((grant) => covers(grant, story, language))).toBe(true);
    },
  );

  it.each(articles)('have an address of their own: $name', ({ language, article }) => {
    expect(slug.parse(article.slug)).toBe(article.slug);
    const same = articles.filter(
      (other) => other.language === language && other.article.slug === article.slug,
    );
    expect(same).toHaveLength(1);
  });

  it.each(articles)('link only to safe addresses and to what is published: $name', ({ article }) => {
    const published = articles
      .filter((other) => other.article.state === 'published')
      .map((other) => `/${other.language}/news/${other.article.slug}`);
    for (const href of linksOf(article))
      if (!href.startsWith('https://example.com/')) expect(published).toContain(href);
  });

  it('appeared over two days, and what is scheduled says when it is due', () => {
    for (const { story, article } of articles) {
      const age = article.hoursAgo ?? story.hoursAgo;
      expect(age).toBeGreaterThan(0);
      expect(age).toBeLessThanOrEqual(48);
      expect(age).toBeLessThanOrEqual(story.hoursAgo);
      expect(article.inHours !== undefined).toBe(article.state === 'scheduled');
    }
  });

  it('show every status of the desk', () => {
    const states = new Set(articles.map(({ article }) => article.state));
    expect(states).toEqual(new Set(['draft', 'in_review', 'approved', 'scheduled', 'published']));
  });
});

describe('the people of the Caspian Ledger', () => {
  it('have one address each and only known grants', () => {
    expect(new Set(people.map((person) => person.email)).size).toBe(people.length);
    for (const person of people) {
      expect(person.email).toMatch(/^[a-z]+@ledger\.example$/);
      for (const { role, languages: tongues } of person.grants)
        grantInput.parse({ role, sections: 'any', regions: 'any', languages: tongues });
    }
    const keys = people.map((person) => person.key);
    for (const author of authors) if (author.person) expect(keys).toContain(author.person);
  });
});

describe('the photographs of the Caspian Ledger', () => {
  it.each(media)('carry their credit in the file and are at most 1,600 pixels long: $key', async (item) => {
    const file = join(pictures, item.file);
    expect(existsSync(file)).toBe(true);
    const { width, height, exif } = await sharp(file).metadata();
    expect(Math.max(width, height)).toBeLessThanOrEqual(1600);
    // EXIF knows no other quotation marks
    const credit = item.credit.replace(/[“”]/gu, '"');
    expect(exif?.toString('latin1')).toContain(`${credit}, ${item.licence}`);
    for (const part of [item.focalPoint.x, item.focalPoint.y]) expect(part > 0 && part < 1).toBe(true);
  });

  it('are all thirteen there', () => {
    expect(new Set(media.map((item) => item.file)).size).toBe(13);
  });
});
