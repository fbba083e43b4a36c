import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { searchVersion } from './search-version.ts';
import { Stems } from './stems.service.ts';
import { wordsOf } from './words.ts';

/** The first part of a very long text is searched: a tsvector holds 1 MB. */
const searchedCharacters = 200_000;

/** What is searched of an article. */
export interface SearchedText {
  headline: string;
  standfirst: string;
  /** Of topics and authors. */
  names: string[];
  text: string;
}

/** Keeps what search reads, in step with what is published. */
@Injectable()
export class SearchIndex {
  constructor(@Inject(Stems) private readonly stems: Stems) {}

  /** Makes the entry of a published article, in the transaction that publishes it. Leaves with its article. */
  async write(
    manager: Pick<EntityManager, 'query'>,
    articleId: string,
    language: Language,
    searched: SearchedText,
  ): Promise<void> {
    const { headline, standfirst, names, text } = searched;
    const keys = (part: string) => this.keys(manager, language, part);
    await manager.query(writeEntry, [
      articleId,
      searchVersion,
      await keys(headline),
      await keys(standfirst),
      await keys(names.join(' . ')),
      await keys(text.slice(0, searchedCharacters)),
      wordsOf(headline, language)
        .map((word) => word.text)
        .join(' '),
    ]);
  }

  /** The keys of a text's words in their order, for to_tsvector. */
  private async keys(
    manager: Pick<EntityManager, 'query'>,
    language: Language,
    text: string,
  ): Promise<string> {
    const words = wordsOf(text, language);
    const stems = await this.stems.of(
      language,
      words.map((word) => word.text),
      manager,
    );
    return words.map((word) => stems.get(word.text)?.key ?? word.text).join(' ');
  }
}

const writeEntry = `
  insert into search_entry (article_id, language, version, published_at, published_on, section_id, region_ids,
    author_ids, words, headline_words, is_counted)
  select p.article_id, p.language, $2, p.published_at, (p.published_at at time zone 'UTC')::date, p.section_id,
         p.region_ids, p.author_ids,
         setweight(to_tsvector('simple', $3), 'A') || setweight(to_tsvector('simple', $4), 'B')
           || setweight(to_tsvector('simple', $5), 'C') || to_tsvector('simple', $6),
         to_tsvector('simple', $7), false
    from published_article p where p.article_id = $1
  on conflict (article_id) do update set version = excluded.version, published_at = excluded.published_at,
    published_on = excluded.published_on, section_id = excluded.section_id, region_ids = excluded.region_ids,
    author_ids = excluded.author_ids, words = excluded.words, headline_words = excluded.headline_words`;
