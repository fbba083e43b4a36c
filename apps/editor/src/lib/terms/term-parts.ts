import type { Language } from '@broadsheet/types';
import { withText } from '#lib/locale/with-text.ts';
import type { Part } from '#lib/saving/saved-record.svelte.ts';
import { isAuthor, isRegion, type Term, type TermPatch } from './term-kind.ts';

type TermPart<Value> = Part<Term, TermPatch, Value>;
const asIs = (text: string) => text;

export function namePart(language: Language): TermPart<string> {
  return {
    key: `name-${language}`,
    read: (term) => term.names[language] ?? '',
    patch: (term, text) => ({ names: withText(term.names, language, text) }),
    show: asIs,
  };
}

export function railTitlePart(language: Language): TermPart<string> {
  return {
    key: `rail-${language}`,
    read: (term) => (isRegion(term) ? (term.railTitles[language] ?? '') : ''),
    patch: (term, text) => (isRegion(term) ? { railTitles: withText(term.railTitles, language, text) } : {}),
    show: asIs,
  };
}

export const slugPart: TermPart<string> = {
  key: 'slug',
  read: (term) => term.slug,
  patch: (_term, slug) => ({ slug }),
  show: asIs,
};

export const inRailPart: TermPart<boolean> = {
  key: 'inRail',
  read: (term) => isRegion(term) && term.inRail,
  patch: (_term, inRail) => ({ inRail }),
  show: (shown) => (shown ? '✓' : ''),
};

/** `nameOf` tells the account's person. */
export function accountPart(nameOf: (userId: string) => string): TermPart<string | null> {
  return {
    key: 'account',
    read: (term) => (isAuthor(term) ? term.userId : null),
    patch: (_term, userId) => ({ userId }),
    show: (userId) => (userId ? nameOf(userId) : ''),
  };
}
