import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Language, PublicNamed } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { TIMINGS, type Timings } from '../env.ts';
import { SearchIndex } from './search-index.service.ts';
import { searchVersion } from './search-version.ts';
import { foldWord, wordsOf } from './words.ts';

const batch = 100;
/** Names the lock of the process that counts words: one at a time. */
const countingLock = 4_811_022;
const hour = 3_600_000;

interface Row {
  article_id: string;
  language: Language;
  headline: string;
  standfirst: string;
  text: string;
  topics: PublicNamed[];
  authors: PublicNamed[];
}
const searched = 'p.article_id, p.language, p.headline, p.standfirst, p.text, p.topics, p.authors';

/**
 * Work of search that no publication should wait for: entries that are missing or of an older version (after an
 * upgrade), and the words that misspelt queries are compared with.
 */
@Injectable()
export class SearchUpkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SearchUpkeep.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isStopped = false;
  private renewedAt = 0;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SearchIndex) private readonly index: SearchIndex,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  onApplicationBootstrap(): void {
    this.begin();
    this.timer = setInterval(() => {
      this.begin();
    }, this.timings.searchUpkeep);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private begin(): void {
    if (this.running) return;
    this.running = this.run()
      .catch((error: unknown) => this.logger.error(`The upkeep of search failed: ${String(error)}`))
      .finally(() => {
        this.running = null;
      });
  }

  private async run(): Promise<void> {
    if (Date.now() - this.renewedAt > hour) {
      await this.untilDone((manager) => this.renewEntries(manager));
      this.renewedAt = Date.now();
    }
    await this.untilDone((manager) => this.countWords(manager));
  }

  private async untilDone(work: (manager: EntityManager) => Promise<number>): Promise<void> {
    while (!this.isStopped && (await this.dataSource.transaction(work)) === batch);
  }

  /** Makes entries that are missing or older than this version. A newer version's are left alone. */
  private async renewEntries(manager: EntityManager): Promise<number> {
    const rows: Row[] = await manager.query(
      `select ${searched} from published_article p left join search_entry e using (article_id)
        where e.version is null or e.version < ${searchVersion}
        limit ${batch} for update of p skip locked`,
    );
    for (const row of rows)
      await this.index.write(manager, row.article_id, row.language, {
        ...row,
        names: [...row.topics, ...row.authors].map(({ name }) => name),
      });
    return rows.length;
  }

  /** Adds the words of newly published articles to those that corrections come from. */
  private async countWords(manager: EntityManager): Promise<number> {
    const [lock]: { got: boolean }[] = await manager.query(
      `select pg_try_advisory_xact_lock(${countingLock}) as got`,
    );
    if (!lock?.got) return 0;
    const rows: Row[] = await manager.query(
      `select ${searched} from search_entry e join published_article p using (article_id)
        where not e.is_counted limit ${batch} for update of e skip locked`,
    );
    const counts = new Map<string, [Language, string, number]>();
    for (const row of rows)
      for (const word of countedWords(row)) {
        const key = `${row.language} ${word}`;
        counts.set(key, [row.language, word, (counts.get(key)?.[2] ?? 0) + 1]);
      }
    const all = [...counts.values()];
    await manager.query(
      `insert into search_word (language, word, folded, articles)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::int[])
       on conflict (language, word) do update set articles = search_word.articles + excluded.articles`,
      [
        all.map(([language]) => language),
        all.map(([, word]) => word),
        all.map(([, word]) => foldWord(word)),
        all.map(([, , count]) => count),
      ],
    );
    await manager.query('update search_entry set is_counted = true where article_id = any($1::uuid[])', [
      rows.map((row) => row.article_id),
    ]);
    return rows.length;
  }
}

/** Words of letters alone, each once. */
const countedWords = ({ language, headline, standfirst, text, topics, authors }: Row): Set<string> =>
  new Set(
    [headline, standfirst, text, ...[...topics, ...authors].map(({ name }) => name)]
      .flatMap((part) => wordsOf(part, language))
      .map((word) => word.text)
      .filter((word) => /^\p{L}{3,}$/u.test(word)),
  );
