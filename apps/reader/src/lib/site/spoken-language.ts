import { languages, type Language, type PublicSite } from '@broadsheet/types';

/**
 * The language of whatever stands at an address: the one that it begins with where the site is live in it, else the
 * site's own.
 * @param site null where its settings are not known: then any language will do, and English for want of one
 */
export function spokenLanguage(
  path: string,
  site: Pick<PublicSite, 'liveLanguages' | 'defaultLanguage'> | null,
): Language {
  const prefix = path.split('/', 2)[1];
  const asked = (site?.liveLanguages ?? languages).find((language) => language === prefix);
  return asked ?? site?.defaultLanguage ?? 'en';
}
