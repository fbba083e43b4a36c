import type { PublicArticle } from '@broadsheet/types';

const longWords = 900;
const fewestHeadings = 4;

/** The chapters of a long text; none where one sees them at a glance. */
export function tableOfContents({
  outline,
  wordCount,
}: Pick<PublicArticle, 'outline' | 'wordCount'>): PublicArticle['outline'] {
  const chapters = outline.filter(({ level }) => level === 2);
  return wordCount >= longWords && chapters.length >= fewestHeadings ? chapters : [];
}
