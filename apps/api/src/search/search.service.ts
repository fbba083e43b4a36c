import { Inject, Injectable } from '@nestjs/common';
import {
  languages,
  type Language,
  type MarkedText,
  type PublicCard,
  type SearchAnswer,
  type SearchHit,
  type SearchQuery,
} from '@broadsheet/types';
import { Turnstile } from '../common/turnstile.ts';
import { PublicPool } from '../database/public-pool.service.ts';
import { Candidates, type FoundPage } from './candidates.service.ts';
import { Corrections } from './corrections.service.ts';
import { likelyWords, markedKeys, markWords, snippetOf } from './mark-words.ts';
import { readSearchCursor, writeSearchCursor, type SearchCursor } from './search-cursor.ts';
import { parseQuery, type ParsedQuery } from './search-query.ts';
import { mostFound, type SearchFilters } from './search-sql.ts';
import { Stems } from './stems.service.ts';
import { tooManySearches } from './too-many-searches.ts';

/** Searches take the database's time: so many run at once in a process, so many wait. */
const atOnce = 4;
const waiting = 60;
/** With fewer results than this, a better spelling is offered. */
const few = 3;
/** The first part of a text from which a snippet is taken. */
const snippetSource = 30_000;
/** Processes' clocks may differ by as much from the database's, in milliseconds. */
const clockSkew = 60_000;

interface Search {
  language: Language;
  parsed: ParsedQuery;
  filters: SearchFilters;
  query: SearchQuery;
  cursor: SearchCursor;
}
const noFacets: SearchAnswer['facets'] = { sections: [], regions: [], authors: [] };
/** Whether a page's own matches are not those of which the facets tell. */
const hasFacetFilter = ({ section, region, author }: SearchFilters): boolean =>
  Boolean(section ?? region ?? author);

type FoundHit = { card: PublicCard; text: string };

/** Full text search for readers. Whatever is typed gets an answer. */
@Injectable()
export class SearchService {
  private readonly turnstile = new Turnstile(atOnce, waiting, tooManySearches);

  constructor(
    @Inject(PublicPool) private readonly pool: PublicPool,
    @Inject(Stems) private readonly stems: Stems,
    @Inject(Candidates) private readonly candidates: Candidates,
    @Inject(Corrections) private readonly corrections: Corrections,
  ) {}

  /** @throws DomainError OVERLOADED, INPUT_INVALID for a cursor of nobody's */
  async find(language: Language, query: SearchQuery): Promise<SearchAnswer> {
    const cursor = query.cursor
      ? readSearchCursor(query.cursor)
      : { until: new Date(Date.now() + clockSkew).toISOString(), offset: 0 };
    const { section, region, author, from, to } = query;
    return this.turnstile.pass(async () => {
      const parsed = await parseQuery(this.stems, language, query.q);
      const filters = { section, region, author, from, to };
      return this.answer({ language, parsed, filters, query, cursor });
    });
  }

  private async answer(asked: Search): Promise<SearchAnswer> {
    const found = await this.page(asked);
    const corrected =
      found.total < few ? await this.corrections.of(asked.language, asked.query.q, asked.parsed) : null;
    if (corrected !== null) {
      const parsed = await parseQuery(this.stems, asked.language, corrected);
      const better = await this.page({ ...asked, parsed });
      if (found.total === 0 && better.total > 0)
        return this.describe({ ...asked, parsed }, better, { shownFor: corrected, didYouMean: null });
      const isBetter = better.total > found.total;
      return this.describe(asked, found, { shownFor: null, didYouMean: isBetter ? corrected : null });
    }
    return this.describe(asked, found, { shownFor: null, didYouMean: null });
  }

  private async page({ language, parsed, filters, query, cursor }: Search): Promise<FoundPage> {
    if (parsed.tsquery === null) return { total: 0, isMore: false, ids: [], facets: noFacets };
    const limit = Math.min(query.limit, mostFound - cursor.offset);
    return this.candidates.page(
      { language, parsed: { ...parsed, tsquery: parsed.tsquery }, filters, until: cursor.until },
      { sort: query.sort, offset: cursor.offset, limit, withFacets: !hasFacetFilter(filters) },
    );
  }

  private async describe(
    asked: Search,
    { total, isMore, ids, facets: facetsOfPage }: FoundPage,
    meant: Pick<SearchAnswer, 'shownFor' | 'didYouMean'>,
  ): Promise<SearchAnswer> {
    const { query, cursor } = asked;
    const end = cursor.offset + ids.length;
    const [hits, facets, inLanguages] = await Promise.all([
      this.hits(asked, ids),
      facetsOfPage ?? this.facets(asked),
      this.inLanguages(asked, meant.shownFor ?? query.q, { total, isMore }),
    ]);
    return {
      query: query.q,
      ...meant,
      total,
      isMore,
      offset: cursor.offset,
      hits,
      next: ids.length > 0 && end < total ? writeSearchCursor({ ...cursor, offset: end }) : null,
      facets,
      languages: inLanguages,
    };
  }

  private async hits({ language, parsed }: Search, ids: string[]): Promise<SearchHit[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.pool.query<FoundHit>({
      name: 'search-hits',
      text: `select p.card, left(p.text, ${snippetSource}) as text
               from published_article p where p.article_id = any($1::uuid[])
              order by array_position($1::uuid[], p.article_id)`,
      values: [ids],
    });
    const words = rows.flatMap(({ card, text }) =>
      [card.headline, card.standfirst, text].flatMap((part) => likelyWords(part, language, parsed.keys)),
    );
    const stems = await this.stems.of(language, new Set(words.map(({ text }) => text)));
    const keysIn = (marked: MarkedText) => markedKeys(marked, language, stems).size;
    return rows.map(({ card, text }) => {
      const mark = (part: string) => markWords(part, language, stems, parsed.keys);
      const standfirst = mark(card.standfirst);
      const passage = snippetOf(text, language, stems, parsed.keys);
      const isBetter = passage && keysIn(passage) > keysIn(standfirst);
      return { card, headline: mark(card.headline), snippet: isBetter ? passage : standfirst };
    });
  }

  /** Facets show what other choices would find: the present ones of section, region and author are left out. */
  private async facets({ language, parsed, filters, cursor }: Search): Promise<SearchAnswer['facets']> {
    if (parsed.tsquery === null) return noFacets;
    const { from, to } = filters;
    return this.candidates.facets({
      language,
      parsed: { ...parsed, tsquery: parsed.tsquery },
      filters: { from, to },
      until: cursor.until,
    });
  }

  /** The same words in every live language, as that language reads them. */
  private async inLanguages(
    { language, filters, cursor }: Search,
    typed: string,
    own: { total: number; isMore: boolean },
  ): Promise<SearchAnswer['languages']> {
    const { rows } = await this.pool.query<{ live: Language[] }>(
      'select live_languages as live from site_settings',
    );
    const live = languages.filter((each) => rows[0]?.live.includes(each));
    return Promise.all(
      live.map(async (each) => {
        if (each === language) return { language, ...own };
        const parsed = await parseQuery(this.stems, each, typed);
        if (parsed.tsquery === null) return { language: each, total: 0, isMore: false };
        const until = cursor.until;
        const count = await this.candidates.count({
          language: each,
          parsed: { ...parsed, tsquery: parsed.tsquery },
          filters,
          until,
        });
        return { language: each, ...count };
      }),
    );
  }
}
