import type { Language } from '@broadsheet/types';

/** The page where one language of a story is written. */
export function storyHref(storyId: string, language: Language): string {
  return `/stories/${storyId}/${language}`;
}

/** The page where its versions are compared. */
export function historyHref(storyId: string, language: Language): string {
  return `${storyHref(storyId, language)}/history`;
}
