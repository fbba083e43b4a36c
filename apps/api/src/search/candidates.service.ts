import { Inject, Injectable } from '@nestjs/common';
import type { Language, SearchAnswer, SearchCount } from '@broadsheet/types';
import { PublicPool } from '../database/public-pool.service.ts';
import type { ParsedQuery } from './search-query.ts';
import {
  countStatement,
  facetStatement,
  mostFound,
  pageStatement,
  type CandidatePage,
  type CandidateQuestion,
  type SearchFilters,
} from './search-sql.ts';
import { probed, TimeWindows } from './time-windows.service.ts';

/** Matches that a window should hold: enough to be ranked, and some to spare, for news is not spread evenly. */
const wanted = 1500;

/** What is looked for, in one language. */
export interface Question {
  language: Language;
  parsed: Pick<ParsedQuery, 'loose'> & { tsquery: string };
  filters: SearchFilters;
  until: string;
}
interface Counted {
  total: number;
}

export interface FoundPage extends SearchCount {
  ids: string[];
  /** Null where they were not asked for with the page. */
  facets: SearchAnswer['facets'] | null;
}

/**
 * Finds the newest articles that match. A common word is met in too many to look at them all, so first it is counted
 * how often the query is met among the newest; that tells how far back to look.
 */
@Injectable()
export class Candidates {
  constructor(
    @Inject(PublicPool) private readonly pool: PublicPool,
    @Inject(TimeWindows) private readonly windows: TimeWindows,
  ) {}

  async page(question: Question, page: CandidatePage): Promise<FoundPage> {
    const { row, days } = await this.within<Counted & Omit<FoundPage, keyof SearchCount>>(question, (asked) =>
      pageStatement(asked, page),
    );
    return { ...countOf(row, days), ids: row.ids, facets: row.facets };
  }

  async count(question: Question): Promise<SearchCount> {
    const { row, days } = await this.within<Counted>(question, countStatement);
    return countOf(row, days);
  }

  async facets(question: Question): Promise<SearchAnswer['facets']> {
    const { row } = await this.within<Counted & { facets: SearchAnswer['facets'] }>(question, facetStatement);
    return row.facets;
  }

  private async within<Row extends Counted>(
    question: Question,
    statement: (asked: CandidateQuestion) => Statement,
  ): Promise<{ row: Row; days: number | null }> {
    const { language, parsed, filters, until } = question;
    const asked = { language, tsquery: parsed.tsquery, filters, until };
    const days = await this.daysFor(question);
    const row = await this.row<Row>(statement({ ...asked, days }));
    // news of one week may be spread otherwise than that of a year; a phrase is bounded by its words
    if (days === null || row.total > mostFound || parsed.loose !== parsed.tsquery) return { row, days };
    return { row: await this.row<Row>(statement({ ...asked, days: null })), days: null };
  }

  /** How many days hold enough matches; null for all of time. */
  private async daysFor({ language, parsed, filters, until }: Question): Promise<number | null> {
    const windows = await this.windows.of(language);
    const [smallest] = windows;
    if (!smallest) return null;
    const probe = { language, tsquery: parsed.loose, filters, until, days: smallest.days };
    const { total } = await this.row<Counted>(countStatement(probe));
    if (total > mostFound) return smallest.days;
    const articles = (wanted * probed) / Math.max(total, 1);
    return windows.find((each) => each.articles >= articles)?.days ?? null;
  }

  private async row<Row extends object>({ text, values }: Statement): Promise<Row> {
    const { rows } = await this.pool.query<Row>(text, values);
    const [row] = rows;
    if (!row) throw new Error('A statement of one row gave none');
    return row;
  }
}

type Statement = ReturnType<typeof countStatement>;

/** What a window left out may be more. */
const countOf = ({ total }: Counted, days: number | null): SearchCount => ({
  total: Math.min(total, mostFound),
  isMore: total > mostFound || days !== null,
});
