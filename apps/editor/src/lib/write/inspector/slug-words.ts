import type { Article } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

type Addressed = Pick<Article, 'slug' | 'publicUrl' | 'publishedAt'>;

/** Why an article's slug is what it is. */
export function slugNote({ slug, publicUrl, publishedAt }: Addressed): string {
  if (!slug) return m.write_slug_suggested();
  // publishing fixes it, whoever chose it; after that readers' page differs only where somebody chose another
  const isFixed = publishedAt !== null && (publicUrl === null || publicUrl.endsWith(`/${slug}`));
  return isFixed ? m.write_slug_published() : m.write_slug_own();
}
