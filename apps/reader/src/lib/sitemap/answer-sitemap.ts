import { error } from '@sveltejs/kit';
import type { Language, SitemapEntry } from '@broadsheet/types';
import type { PageReading } from '#lib/server/page-reading.ts';
import { renderIndex, renderPart } from './render-sitemap.ts';

/** Parts of a language at most; with the API's page size this is more than any newsroom has written. */
const mostParts = 100;
const headers = { 'content-type': 'application/xml; charset=utf-8' };

/** The index of all parts: one address per language and page of the API's list. */
export async function answerSitemapIndex(reading: PageReading, origin: string): Promise<Response> {
  const { liveLanguages } = await reading.site();
  const parts = await Promise.all(
    liveLanguages.map(async (language) => {
      const pages = await readParts(reading, language);
      return pages.map((_, index) => `${origin}/sitemap/${language}-${String(index + 1)}.xml`);
    }),
  );
  return new Response(renderIndex(parts.flat()), { headers });
}

/** One part, named such as `en-1.xml`, with each story's other languages. */
export async function answerSitemapPart(
  reading: PageReading,
  origin: string,
  name: string,
): Promise<Response> {
  const [, prefix, number] = /^([a-z]{2})-([1-9]\d?|100)\.xml$/.exec(name) ?? [];
  const { liveLanguages, defaultLanguage } = await reading.site();
  const language = liveLanguages.find((each) => each === prefix);
  if (language === undefined) error(404, 'There is no such part.');
  const all = await Promise.all(liveLanguages.map((each) => readParts(reading, each)));
  const entries = all[liveLanguages.indexOf(language)]?.[Number(number) - 1];
  if (!entries) error(404, 'There is no such part.');
  const order = [defaultLanguage, ...liveLanguages.filter((each) => each !== defaultLanguage)];
  return new Response(renderPart(origin, entries, all.flat(2), order), { headers });
}

async function readParts(reading: PageReading, language: Language): Promise<SitemapEntry[][]> {
  const parts: SitemapEntry[][] = [];
  let after: string | null = null;
  do {
    const { items, next } = await reading.sitemap(language, after);
    parts.push(items);
    after = next;
  } while (after !== null && parts.length < mostParts);
  return parts;
}
