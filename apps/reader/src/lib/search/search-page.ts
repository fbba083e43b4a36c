import { languageNames, quoted, type Language, type SearchAnswer, type SearchHit } from '@broadsheet/types';
import { toCardView, type CardView } from '#lib/cards/card-view.ts';
import type { PageHead } from '#lib/head/page-head.ts';
import * as m from '#lib/paraglide/messages.js';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { Named, SiteView } from '#lib/site/site-view.ts';
import { markedParts, type TextPart } from './marked-parts.ts';
import { countText, resultsText } from './results-text.ts';
import { isNarrowed, searchPath, type SearchAsked } from './search-address.ts';
import { firstDayOf } from './search-period.ts';

/** One choice of a filter. */
export interface FilterChoice {
  value: string;
  name: string;
  count: string;
  isChosen: boolean;
}

export interface HitView {
  card: CardView;
  headline: TextPart[];
  snippet: TextPart[];
}

export interface LanguageChoice {
  language: Language;
  name: string;
  href: string;
  count: string;
  hasHits: boolean;
}

export interface SearchView {
  asked: SearchAsked;
  /** Null where nothing was asked for. */
  found: FoundView | null;
  /** Shown where nothing was found or asked for. */
  newest: CardView[];
}

export interface FoundView {
  summary: string;
  /** Said where the words were read differently. */
  shownFor: string | null;
  didYouMean: { text: string; href: string } | null;
  hits: HitView[];
  /** Which of how many, or nothing where all of them are here. */
  range: string;
  sorts: { name: string; href: string; isChosen: boolean }[];
  next: string | null;
  first: string | null;
  filters: { name: 'section' | 'region' | 'author'; title: string; choices: FilterChoice[] }[];
  languages: LanguageChoice[];
  withoutFilters: string | null;
}

const newestShown = 4;
const mostChoices = 8;

/** The page of results. Whatever is asked gets a page. */
export async function readSearchPage(
  reading: PageReading,
  site: SiteView,
  asked: SearchAsked,
): Promise<{ head: PageHead; search: SearchView }> {
  const answer = asked.q === '' ? null : await ask(reading, site, asked);
  const found = answer && toFound(answer, site, asked);
  const isEmpty = (answer?.total ?? 0) === 0;
  const newest = isEmpty
    ? (await reading.sideList({ language: site.language, kind: 'home', limit: newestShown })).items
    : [];
  const title = [asked.q === '' ? [] : quoted(asked.q, site.language), m.search(), site.name]
    .flat()
    .join(' | ');
  return {
    search: { asked, found, newest: newest.map((card) => toCardView(card, site)) },
    head: {
      title,
      description: site.description,
      path: searchPath(site.language, asked),
      isHidden: asked.q !== '' || isNarrowed(asked),
      alternates: site.languages.map((language) => ({
        language,
        path: searchPath(language, { q: asked.q }),
      })),
      structured: [],
    },
  };
}

/** What a filter names and nobody knows is left out of it. */
async function ask(reading: PageReading, site: SiteView, asked: SearchAsked): Promise<SearchAnswer> {
  const idsOf = (list: readonly Named[], slugs: readonly string[]) =>
    list.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
  const authors = await Promise.all(asked.author.map((slug) => reading.term('author', slug)));
  return reading.search(site.language, {
    q: asked.q,
    section: idsOf(site.sections, asked.section),
    region: idsOf(site.regions, asked.region),
    author: authors.flatMap((author) => author?.id ?? []),
    from: asked.from || (asked.period && firstDayOf(asked.period, reading.today(site.timeZone))),
    to: asked.to,
    sort: asked.sort,
    cursor: asked.after,
  });
}

function toFound(answer: SearchAnswer, site: SiteView, asked: SearchAsked): FoundView {
  const { language } = site;
  const path = (changes: Partial<SearchAsked>) => searchPath(language, { ...asked, after: '', ...changes });
  const last = answer.offset + answer.hits.length;
  const isWhole = answer.offset === 0 && answer.next === null;
  const sort = (name: string, value: SearchAsked['sort']) => ({
    name,
    href: path({ sort: value }),
    isChosen: asked.sort === value,
  });
  return {
    summary: resultsText(answer, answer.shownFor ?? answer.query, language),
    shownFor: answer.shownFor && m.shown_for({ query: answer.query, better: answer.shownFor }),
    didYouMean: answer.didYouMean ? { text: answer.didYouMean, href: path({ q: answer.didYouMean }) } : null,
    hits: answer.hits.map((hit) => toHit(hit, site)),
    range: isWhole
      ? ''
      : m.shown_range({
          first: String(answer.offset + 1),
          last: String(last),
          total: countText(answer, language),
        }),
    sorts: [sort(m.by_relevance(), 'relevance'), sort(m.by_date(), 'date')],
    next: answer.next === null ? null : path({ after: answer.next }),
    first: answer.offset === 0 ? null : path({}),
    filters: toFilters(answer, site, asked),
    languages: answer.languages.map((each) => ({
      language: each.language,
      name: languageNames[each.language],
      href: searchPath(each.language, { q: asked.q }),
      count: countText(each, language),
      hasHits: each.total > 0,
    })),
    withoutFilters: isNarrowed(asked) ? path({ ...nothingNarrowed }) : null,
  };
}

const nothingNarrowed = { section: [], region: [], author: [], from: '', to: '', period: '' } as const;

const toHit = ({ card, headline, snippet }: SearchHit, site: SiteView): HitView => ({
  card: toCardView(card, site),
  headline: markedParts(headline),
  snippet: markedParts(snippet),
});

function toFilters(
  { facets, isMore }: SearchAnswer,
  site: SiteView,
  asked: SearchAsked,
): FoundView['filters'] {
  const choices = (
    list: readonly { id: string; slug: string; name: string }[],
    counts: readonly { id: string; total: number }[],
    chosen: readonly string[],
  ): FilterChoice[] =>
    list
      .map(({ id, slug, name }) => ({
        value: slug,
        name,
        total: counts.find((each) => each.id === id)?.total ?? 0,
        isChosen: chosen.includes(slug),
      }))
      .filter(({ total, isChosen }) => total > 0 || isChosen)
      .sort((a, b) => b.total - a.total)
      .filter(({ isChosen }, index) => index < mostChoices || isChosen)
      .map(({ total, ...choice }) => ({ ...choice, count: countText({ total, isMore }, site.language) }));
  return [
    {
      name: 'section' as const,
      title: m.section(),
      choices: choices(site.sections, facets.sections, asked.section),
    },
    {
      name: 'region' as const,
      title: m.region(),
      choices: choices(site.regions, facets.regions, asked.region),
    },
    {
      name: 'author' as const,
      title: m.author(),
      choices: choices(facets.authors, facets.authors, asked.author),
    },
  ].filter((each) => each.choices.length > 0);
}
