import { languages, type ArticleSummary, type Language } from '@broadsheet/types';

/** The languages of a story's tabs: those of the site, and any other that the story has or that is open. */
export function tabLanguages(
  live: readonly Language[],
  articles: readonly Pick<ArticleSummary, 'language'>[],
  current: Language,
): Language[] {
  const present = new Set([...live, current, ...articles.map(({ language }) => language)]);
  return languages.filter((language) => present.has(language));
}

/** The tab after this one; after the last comes the first. */
export function nextLanguage(tabs: readonly Language[], current: Language, step: 1 | -1): Language {
  const at = tabs.indexOf(current);
  return tabs[(at + step + tabs.length) % tabs.length] ?? current;
}
