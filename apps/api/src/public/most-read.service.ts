import { Inject, Injectable } from '@nestjs/common';
import type { Language, MostReadQuery } from '@broadsheet/types';
import { PublicPool } from '../database/public-pool.service.ts';
import { TIMINGS, type Timings } from '../env.ts';
import { mostReadSql, viewSumsSql } from './public-lists-sql.ts';

/** Articles that are looked through for what is most read of one section or region. */
const mostLooked = 2000;
/** And of a whole language, where every one of them counts; some may have been taken down. */
const looked = 60;

interface ViewSums {
  ids: string[];
  views: number[];
}

/**
 * What is most read. Adding up is the dear part, grows with the readers and may lag, so a process does it once for all
 * who ask; what is published, and how it is shown, is looked up for each answer.
 */
@Injectable()
export class MostReadService {
  /** By language and hours: no more of them than there are languages and spans. */
  private readonly sums = new Map<string, { until: number; sums: Promise<ViewSums> }>();

  constructor(
    @Inject(PublicPool) private readonly pool: PublicPool,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  /** A `MostRead`, as JSON text that PostgreSQL wrote. */
  async find(language: Language, { hours, section, region, limit }: MostReadQuery): Promise<string> {
    const { ids, views } = await this.sumsOf(language, hours);
    const list = section ?? region ?? null;
    const most = list === null ? looked : mostLooked;
    const { rows } = await this.pool.query<{ json: string }>({
      name: 'public-most-read',
      text: mostReadSql,
      values: [ids.slice(0, most), views.slice(0, most), list, limit],
    });
    return `{"items":[${rows.map((row) => row.json).join(',')}]}`;
  }

  private sumsOf(language: Language, hours: MostReadQuery['hours']): Promise<ViewSums> {
    const name = `${language} ${hours}`;
    const kept = this.sums.get(name);
    if (kept && kept.until > Date.now()) return kept.sums;
    const sums = this.addUp(language, Number(hours));
    this.sums.set(name, { until: Date.now() + this.timings.viewSumsKept, sums });
    // a failure is told to those who wait and not kept for others
    sums.catch(() => this.sums.delete(name));
    return sums;
  }

  private async addUp(language: Language, hours: number): Promise<ViewSums> {
    const { rows } = await this.pool.query<{ id: string; views: number }>({
      name: 'public-view-sums',
      text: viewSumsSql,
      values: [language, hours, mostLooked],
    });
    return { ids: rows.map(({ id }) => id), views: rows.map(({ views }) => views) };
  }
}
