import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@broadsheet/types';
import { PublicPool } from '../database/public-pool.service.ts';

/** Articles of the window in which is counted how often a query is met. */
export const probed = 2500;
/** Near enough to each other that a window holds little more than is looked for. */
const sizes = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11.2, 16, 22.4, 32, 45].map((times) => times * probed);
const keptFor = 600_000;

/** The last days of a language's archive, and how many articles came out in them, roughly. */
export interface TimeWindow {
  articles: number;
  days: number;
}

interface Kept {
  since: number;
  windows: Promise<TimeWindow[]>;
}

/** How far back one has to look for so many articles of a language. Counted anew every ten minutes. */
@Injectable()
export class TimeWindows {
  private readonly kept = new Map<Language, Kept>();

  constructor(@Inject(PublicPool) private readonly pool: PublicPool) {}

  /** From the smallest; a language with fewer articles than the smallest has none. */
  async of(language: Language): Promise<TimeWindow[]> {
    const before = this.kept.get(language);
    if (before && Date.now() - before.since < keptFor) return before.windows;
    const kept = { since: Date.now(), windows: this.ask(language) };
    this.kept.set(language, kept);
    kept.windows.catch(() => this.kept.delete(language));
    return kept.windows;
  }

  private async ask(language: Language): Promise<TimeWindow[]> {
    const { rows } = await this.pool.query<{ days: (number | null)[] }>({
      name: 'search-windows',
      text: `select array[${sizes.map(daysBack).join(', ')}]::int[] as days`,
      values: [language],
    });
    return sizes.flatMap((articles, index) => {
      const days = rows[0]?.days[index] ?? null;
      return days === null ? [] : [{ articles, days }];
    });
  }
}

const daysBack = (articles: number): string => `
  (select (now() at time zone 'UTC')::date - (published_at at time zone 'UTC')::date + 1 from published_article
    where language = $1 order by published_at desc offset ${articles} limit 1)`;
