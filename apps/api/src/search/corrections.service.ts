import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@broadsheet/types';
import { PublicPool } from '../database/public-pool.service.ts';
import { editDistance } from './edit-distance.ts';
import type { ParsedQuery } from './search-query.ts';
import { foldWord } from './words.ts';

/** A word that articles use. */
interface Known {
  word: string;
  folded: string;
  articles: number;
}

/** A word seen in fewer articles may be a misprint itself. */
const rare = 3;
/** How many times more often a word must be used to be offered instead of one that is used too. */
const muchMore = 10;

/** What a misspelt query may have meant, by the words that articles use. */
@Injectable()
export class Corrections {
  constructor(@Inject(PublicPool) private readonly pool: PublicPool) {}

  /** The query with its unknown words replaced by known ones; null where there is nothing to mend. */
  async of(language: Language, typed: string, { words }: ParsedQuery): Promise<string | null> {
    let corrected = '';
    let at = 0;
    for (const { text, start, end } of words) {
      const better = text.length < 3 || /\d/.test(text) ? null : await this.betterWord(language, text);
      corrected += typed.slice(at, start) + (better ?? typed.slice(start, end));
      at = end;
    }
    corrected += typed.slice(at);
    return corrected === typed ? null : corrected;
  }

  private async betterWord(language: Language, word: string): Promise<string | null> {
    const folded = foldWord(word);
    const { rows } = await this.pool.query<Known>({
      name: 'search-similar-words',
      text: `select word, folded, articles from search_word
              where language = $1 and (word = $2 or folded % $3)
              order by word = $2 desc, similarity(folded, $3) desc, articles desc limit 40`,
      values: [language, word, folded],
    });
    const own = rows.find((row) => row.word === word);
    if (own && own.articles >= rare) return null;
    const allowed = folded.length < 5 ? 1 : 2;
    const near = rows
      .filter((row) => row.word !== word && row.articles >= (own ? own.articles * muchMore : 1))
      .map((row) => ({ ...row, distance: editDistance(row.folded, folded) }))
      .filter(({ distance }) => distance <= allowed)
      .sort((a, b) => a.distance - b.distance || b.articles - a.articles);
    return near[0]?.word ?? null;
  }
}
