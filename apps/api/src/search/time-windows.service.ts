import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Language } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { publicPool } from '../public/public-pool.ts';

/**
 * How many of the newest articles are looked at, one window after the other, until enough is found. A common word
 * fills the first; what is rare enough to need all of them is rare in all of them.
 */
export const windowSizes = [2500, 20_000] as const;
const keptFor = 60_000;

interface Kept {
  since: number;
  days: Promise<(string | null)[]>;
}

/** The days on which the windows of each language begin: roughly, and for a minute. */
@Injectable()
export class TimeWindows {
  private readonly kept = new Map<Language, Kept>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** First days in UTC, the newest window first; the last is null, for all of time. */
  async days(language: Language): Promise<(string | null)[]> {
    const before = this.kept.get(language);
    if (before && Date.now() - before.since < keptFor) return before.days;
    const kept = { since: Date.now(), days: this.ask(language) };
    this.kept.set(language, kept);
    kept.days.catch(() => this.kept.delete(language));
    return kept.days;
  }

  private async ask(language: Language): Promise<(string | null)[]> {
    const { rows } = await publicPool(this.dataSource).query<{ days: (string | null)[] }>({
      name: 'search-windows',
      text: `select array[${windowSizes.map(dayOf).join(', ')}]::text[] as days`,
      values: [language],
    });
    const days = (rows[0]?.days ?? []).filter((day) => day !== null);
    return [...new Set(days), null];
  }
}

const dayOf = (size: number): string => `
  (select (published_at at time zone 'UTC')::date::text from published_article where language = $1
    order by published_at desc offset ${size} limit 1)`;
