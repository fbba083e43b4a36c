import { Inject, Injectable } from '@nestjs/common';
import type { Language, Suggestion } from '@broadsheet/types';
import { Turnstile } from '../common/turnstile.ts';
import { PublicPool } from '../database/public-pool.service.ts';
import { TimeWindows } from './time-windows.service.ts';
import { tooManySearches } from './too-many-searches.ts';
import { wordsOf } from './words.ts';

const mostShown = 8;
const mostNames = 3;
/** A single letter begins half of all headlines. */
const fewestLetters = 2;
/** Each word is a walk along the index: of what is typed beyond these, nothing is asked. */
const mostWords = 8;
/** Headlines are suggested of about so many of the newest articles. */
const suggestedFrom = 20_000;
const namesKeptFor = 60_000;

interface Name extends Suggestion {
  words: string[];
}

/** What a reader who is typing may be looking for: topics, authors and the newest headlines. */
@Injectable()
export class SuggestionsService {
  private readonly turnstile = new Turnstile(2, 30, tooManySearches);
  private readonly names = new Map<Language, { since: number; list: Promise<Name[]> }>();

  constructor(
    @Inject(PublicPool) private readonly pool: PublicPool,
    @Inject(TimeWindows) private readonly windows: TimeWindows,
  ) {}

  /** Every word that was typed (the first eight) begins a word of what is suggested. */
  async of(language: Language, typed: string): Promise<Suggestion[]> {
    const begun = wordsOf(typed, language)
      .slice(0, mostWords)
      .map(({ text }) => text);
    if (begun.every((word) => word.length < fewestLetters)) return [];
    return this.turnstile.pass(async () => {
      const names = (await this.namesIn(language))
        .filter(({ words }) => begun.every((each) => words.some((word) => word.startsWith(each))))
        .slice(0, mostNames)
        .map(({ kind, text, slug }) => ({ kind, text, slug }));
      return [...names, ...(await this.headlines(language, begun, mostShown - names.length))];
    });
  }

  private async headlines(language: Language, begun: string[], limit: number): Promise<Suggestion[]> {
    const windows = await this.windows.of(language);
    const days = windows.find(({ articles }) => articles >= suggestedFrom)?.days ?? null;
    const { rows } = await this.pool.query<{ slug: string; text: string }>({
      name: `search-headlines-${language}`,
      text: `select p.slug, p.headline as text from (
               select article_id, published_at from search_entry
                where language = '${language}' and headline_words @@ $1::tsquery
                  and published_on >= coalesce((now() at time zone 'UTC')::date - $2::int, '-infinity')
                order by published_at desc limit $3) e
               join published_article p using (article_id) order by e.published_at desc`,
      values: [begun.map((word) => `'${word}':*`).join(' & '), days, limit],
    });
    return rows.map(({ slug, text }) => ({ kind: 'article', text, slug }));
  }

  private namesIn(language: Language): Promise<Name[]> {
    const before = this.names.get(language);
    if (before && Date.now() - before.since < namesKeptFor) return before.list;
    const list = this.readNames(language);
    this.names.set(language, { since: Date.now(), list });
    list.catch(() => this.names.delete(language));
    return list;
  }

  private async readNames(language: Language): Promise<Name[]> {
    const of = (kind: 'topic' | 'author') => `
      select '${kind}' as kind, t.slug, t.names->>$1 as text from ${kind} t
       where t.names ? $1 and exists (
         select 1 from published_listing l where l.list_id = t.id and l.language = $1)`;
    const { rows } = await this.pool.query<Suggestion>({
      name: `search-names-${language}`,
      text: `select * from (${of('topic')} union all ${of('author')}) named
              order by kind desc, text collate "${language}-x-icu"`,
      values: [language],
    });
    return rows.map((row) => ({ ...row, words: wordsOf(row.text, language).map(({ text }) => text) }));
  }
}
