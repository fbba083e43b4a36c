import type { Author, LocalizedText, Region, Section, Topic } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

export type Term = Section | Region | Topic | Author;
export type TermKind = 'sections' | 'regions' | 'topics' | 'authors';
/** What may be sent to change a term. */
export interface TermPatch {
  slug?: string;
  names?: LocalizedText;
  railTitles?: LocalizedText;
  inRail?: boolean;
  userId?: string | null;
}

interface Facts {
  title: () => string;
  add: () => string;
  /** Readers see them in an order that the newsroom sets; they are retired, never removed. */
  ordered: boolean;
}

export const termKinds: Record<TermKind, Facts> = {
  sections: { title: m.settings_sections, add: m.terms_new_section, ordered: true },
  regions: { title: m.settings_regions, add: m.terms_new_region, ordered: true },
  topics: { title: m.settings_topics, add: m.terms_new_topic, ordered: false },
  authors: { title: m.settings_authors, add: m.terms_new_author, ordered: false },
};

export const isRegion = (term: Term): term is Region => 'railTitles' in term;
export const isAuthor = (term: Term): term is Author => 'userId' in term;
export const isRetired = (term: Term): boolean => 'retired' in term && term.retired;
