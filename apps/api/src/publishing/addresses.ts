import { slugMaxLength, type Language } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';

/**
 * Takes the slug for the article for ever, or, where another article has it, the first free one of slug-2, slug-3 …
 * @returns the slug that the article now has.
 */
export async function takeAddress(
  manager: EntityManager,
  articleId: string,
  language: Language,
  wanted: string,
): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : numbered(wanted, number);
    await manager.query(
      'insert into article_address (language, slug, article_id) values ($1, $2, $3) on conflict do nothing',
      [language, slug, articleId],
    );
    const owner = await addressOwner(manager, language, slug);
    if (owner === articleId) return slug;
  }
}

/** The article that a slug was ever published for, or null when it is free. */
export async function addressOwner(
  queries: Pick<EntityManager, 'query'>,
  language: Language,
  slug: string,
): Promise<string | null> {
  const rows: { article_id: string }[] = await queries.query(
    'select article_id from article_address where language = $1 and slug = $2',
    [language, slug],
  );
  return rows[0]?.article_id ?? null;
}

function numbered(slug: string, number: number): string {
  const ending = `-${number}`;
  return `${slug.slice(0, slugMaxLength - ending.length).replace(/-+$/, '')}${ending}`;
}
