import type { PublicAuthor } from '@broadsheet/types';
import * as m from '#lib/paraglide/messages.js';

/** One line of a byline: what was done, and by whom. */
export interface BylinePart {
  role: PublicAuthor['role'];
  word: string;
  authors: PublicAuthor[];
}

/** Who wrote an article, who took its pictures and who translated it, each role in one line, in the byline's order. */
export function bylineParts(authors: readonly PublicAuthor[]): BylinePart[] {
  return (['text', 'photo', 'translation'] as const).flatMap((role) => {
    const own = authors.filter((author) => author.role === role);
    return own.length === 0 ? [] : [{ role, word: words[role](own.length), authors: own }];
  });
}

const words: Record<PublicAuthor['role'], (count: number) => string> = {
  text: (count) => (count > 1 ? m.by_many() : m.by()),
  photo: () => m.by_photo(),
  translation: () => m.by_translation(),
};

/** A name where a list has no room for lines: “Nare Solak (photos)”. */
export function nameWithRole({ name, role }: Pick<PublicAuthor, 'name' | 'role'>): string {
  if (role === 'text') return name;
  return `${name} (${role === 'photo' ? m.role_photo() : m.role_translation()})`;
}
