import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Language } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { queryStems } from './azerbaijani-query.ts';
import { azerbaijaniStem } from './azerbaijani-stem.ts';
import { armenianBase } from './armenian-base.ts';
import { azerbaijaniStopWords } from './stop-words.ts';

/** How a word is compared: by its key; a stop word counts only where nothing else is asked for. */
export interface Stem {
  key: string;
  isStopWord: boolean;
}

const dictionaries: Record<Exclude<Language, 'az'>, string> = {
  ru: 'russian_stem',
  en: 'english_stem',
  hy: 'armenian_stem',
};
/** Words kept for each language; a year of a newspaper has fewer. */
const mostKept = 150_000;

/** Keys of words: Azerbaijani by our own stemmer, the others by PostgreSQL's Snowball, each word asked for once. */
@Injectable()
export class Stems {
  private readonly kept = new Map<Language, Map<string, Stem>>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The stems of words that `wordsOf` gave. Within a transaction, asked through its own connection. */
  async of(
    language: Language,
    words: Iterable<string>,
    queries: Pick<EntityManager, 'query'> = this.dataSource,
  ): Promise<Map<string, Stem>> {
    const stems = new Map<string, Stem>();
    const known = this.keptOf(language);
    const unknown = new Set<string>();
    const baseOf = language === 'hy' ? armenianBase : (word: string) => word;
    for (const word of words) {
      const stem = language === 'az' ? azerbaijani(word) : known.get(word);
      if (stem) stems.set(word, stem);
      else unknown.add(word);
    }
    if (language !== 'az' && unknown.size > 0) {
      const bases = await ask(queries, dictionaries[language], [...new Set([...unknown].map(baseOf))]);
      for (const word of unknown) {
        const stem = stemOf(language, baseOf(word), bases) ?? { key: word, isStopWord: false };
        stems.set(word, stem);
        known.set(word, stem);
      }
    }
    return stems;
  }

  /** The keys under which the forms of a word of a query stand in the index. */
  async queryKeys(language: Language, word: string): Promise<string[]> {
    if (language === 'az') return queryStems(word);
    const stem = (await this.of(language, [word])).get(word);
    return stem ? [stem.key] : [];
  }

  private keptOf(language: Language): Map<string, Stem> {
    const before = this.kept.get(language);
    if (before && before.size < mostKept) return before;
    const anew = new Map<string, Stem>();
    this.kept.set(language, anew);
    return anew;
  }
}

/** Snowball takes more off short words of Armenian than their endings: քաղաք would become one with քաղում. */
const leastLetters = 7;
const stemOf = (language: Language, base: string, stems: ReadonlyMap<string, Stem>): Stem | undefined =>
  language === 'hy' && base.length < leastLetters ? { key: base, isStopWord: false } : stems.get(base);

async function ask(
  queries: Pick<EntityManager, 'query'>,
  dictionary: string,
  words: string[],
): Promise<Map<string, Stem>> {
  const rows: { word: string; lexemes: string[] | null }[] = await queries.query(
    `select word, ts_lexize('${dictionary}', word) as lexemes from unnest($1::text[]) as word`,
    [words],
  );
  return new Map(
    rows.map(({ word, lexemes }) => [word, { key: lexemes?.[0] ?? word, isStopWord: lexemes?.length === 0 }]),
  );
}

const azerbaijani = (word: string): Stem => ({
  key: azerbaijaniStem(word),
  isStopWord: azerbaijaniStopWords.has(word),
});
