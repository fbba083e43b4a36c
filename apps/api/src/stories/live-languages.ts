import type { Language } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/domain-error.ts';

type Queries = Pick<EntityManager, 'query'>;

/** The languages that the site is published in. */
export async function liveLanguages(queries: Queries): Promise<Language[]> {
  const rows: { live_languages: Language[] }[] = await queries.query(
    'select live_languages from site_settings',
  );
  return rows[0]?.live_languages ?? [];
}

/** @throws DomainError LANGUAGE_NOT_LIVE */
export async function refuseUnlive(queries: Queries, language: Language): Promise<void> {
  if ((await liveLanguages(queries)).includes(language)) return;
  throw new DomainError(
    'LANGUAGE_NOT_LIVE',
    'The site is not published in this language. Nothing was made; an admin can switch the language on.',
  );
}
