import { Inject, Injectable } from '@nestjs/common';
import { slugify, type Language } from '@broadsheet/types';
import { PublicPool } from '../database/public-pool.service.ts';
import { Turnstile } from '../common/turnstile.ts';
import { tooManySearches } from './too-many-searches.ts';

const mostShown = 4;
/** Programs that try addresses are many: one question at a time, and few that wait. */
const atOnce = 1;
const waiting = 10;

/** What an address that leads nowhere may have meant: a letter too many, a headline cut off, words in another order. */
@Injectable()
export class MeantService {
  private readonly turnstile = new Turnstile(atOnce, waiting, tooManySearches);

  constructor(@Inject(PublicPool) private readonly pool: PublicPool) {}

  /** A `MeantAnswer`, as JSON that PostgreSQL wrote. @throws DomainError OVERLOADED */
  async of(language: Language, typed: string): Promise<string> {
    const slug = slugify(typed, language);
    if (slug.length < 4) return '{"items":[]}';
    return this.turnstile.pass(async () => {
      const { rows } = await this.pool.query<{ json: string }>({
        name: 'search-meant',
        text: `select json_build_object('items', coalesce(json_agg(card), '[]'))::text as json from (
                 select p.card from published_article p
                  where p.language = $1 and (p.slug % $2 or $2 <% p.slug)
                  order by greatest(similarity(p.slug, $2), word_similarity($2, p.slug)) desc, p.published_at desc limit ${mostShown}) likest`,
        values: [language, slug],
      });
      return rows[0]?.json ?? '{"items":[]}';
    });
  }
}
