import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SearchAnswer, SearchCount, SearchQuery } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { publicPool } from '../public/public-pool.ts';
import {
  countStatement,
  facetStatement,
  mostFound,
  pageStatement,
  type CandidateQuestion,
} from './search-sql.ts';
import { TimeWindows } from './time-windows.service.ts';

type Question = Omit<CandidateQuestion, 'since'>;
interface Counted {
  total: number;
}

export interface FoundPage extends SearchCount {
  ids: string[];
}

/** Finds the newest articles that match, one window of time after the other, until there are enough. */
@Injectable()
export class Candidates {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(TimeWindows) private readonly windows: TimeWindows,
  ) {}

  async page(
    question: Question,
    page: { sort: SearchQuery['sort']; offset: number; limit: number },
  ): Promise<FoundPage> {
    const row = await this.widening(question, (asked) =>
      this.row<Counted & { ids: string[] }>(pageStatement(asked, page)),
    );
    return { ...countOf(row), ids: row.ids };
  }

  async count(question: Question): Promise<SearchCount> {
    return countOf(await this.widening(question, (asked) => this.row<Counted>(countStatement(asked))));
  }

  async facets(question: Question): Promise<SearchAnswer['facets']> {
    const { facets } = await this.widening(question, (asked) =>
      this.row<Counted & { facets: SearchAnswer['facets'] }>(facetStatement(asked)),
    );
    return facets;
  }

  private async widening<Row extends Counted>(
    question: Question,
    ask: (asked: CandidateQuestion) => Promise<Row>,
  ): Promise<Row> {
    let row: Row | undefined;
    for (const since of await this.windows.days(question.language)) {
      row = await ask({ ...question, since });
      if (row.total > mostFound) return row;
    }
    if (!row) throw new Error('There is always the window of all time');
    return row;
  }

  private async row<Row extends object>(statement: { text: string; values: unknown[] }): Promise<Row> {
    const { rows } = await publicPool(this.dataSource).query<Row>(statement.text, statement.values);
    const [row] = rows;
    if (!row) throw new Error('A statement of one row gave none');
    return row;
  }
}

const countOf = ({ total }: Counted): SearchCount => ({
  total: Math.min(total, mostFound),
  isMore: total > mostFound,
});
