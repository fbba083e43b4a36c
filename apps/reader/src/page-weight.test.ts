import { gzipSync } from 'node:zlib';
import { languages, type Language } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

/** Bytes of HTML, styles and scripts of an article, gzipped. */
const limit = 35_000;
const wordsOfArticle = 1500;
const letters: Record<Language, string> = {
  az: 'aəioueılrnmdstkbyşğ',
  ru: 'аеиоулрнмдсткбвпгзыя',
  en: 'aeioutnrshldcmfpgwyb',
  hy: 'աեիոուրնմդստկբգլվյզխ',
};

/** Words that are like no others, so that they pack worse than any prose. */
function prose(language: Language, words: number): string {
  const alphabet = [...letters[language]];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const word = () => Array.from({ length: 2 + next(9) }, () => alphabet[next(alphabet.length)]).join('');
  return Array.from({ length: words }, word).join(' ');
}

const longArticle = (language: Language) => {
  const text = prose(language, wordsOfArticle).split(' ');
  const paragraphs = Array.from(
    { length: 30 },
    (_, i) => `<p>${text.slice(i * 50, i * 50 + 50).join(' ')}</p>`,
  );
  return sampleArticle(1, { language, html: paragraphs.join(''), wordCount: wordsOfArticle });
};

let newsroom: StandInNewsroom;
let reader: TestReader;

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = languages.flatMap((language) => [
    longArticle(language),
    ...Array.from({ length: 20 }, (_, i) =>
      sampleArticle(i + 2, { language, headline: prose(language, 12), standfirst: prose(language, 25) }),
    ),
  ]);
  await newsroom.start();
  reader = await runReader(newsroom);
});

afterAll(async () => {
  await reader.stop();
  await newsroom.stop();
});

describe('an article of 1,500 words', () => {
  it.each(languages)('comes to a reader in %s with its styles and scripts in 35 kB', async (language) => {
    const page = await reader.get(`/${language}/news/story-1`);
    expect(page.status).toBe(200);
    const files = [
      ...page.body.matchAll(/<link[^>]* href="([^"]+)"[^>]* rel="stylesheet"|<script[^>]* src="([^"]+)"/g),
    ];
    const addresses = files.map(([, style, script]) => style ?? script ?? '');
    expect(addresses.filter((address) => address.endsWith('.css'))).toHaveLength(1);
    const answers = await Promise.all(addresses.map((address) => reader.get(address)));
    expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 200));
    const bytes = [page, ...answers].map(({ body }) => gzipSync(body).length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(limit);
  });
});
