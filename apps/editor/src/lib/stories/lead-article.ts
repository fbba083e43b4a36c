import type { ArticleSummary, Language, Story } from '@broadsheet/types';
import type { StoryFilters } from './story-filters.ts';

/**
 * The article that stands for a story in a list: one that the filters ask for, in the person's language if it
 * has a headline there.
 */
export function leadArticle(
  story: Story,
  filters: Pick<StoryFilters, 'status' | 'language'>,
  locale: Language,
): ArticleSummary | undefined {
  const rank = (article: ArticleSummary) =>
    (filters.language === article.language ? 8 : 0) +
    (filters.status === article.status ? 4 : 0) +
    (article.headline.trim() ? 2 : 0) +
    (article.language === locale ? 1 : 0);
  return story.articles.reduce<ArticleSummary | undefined>(
    (best, article) => (best && rank(best) >= rank(article) ? best : article),
    undefined,
  );
}

/** The article whose headline names the story: the leading one, or any other that has a headline. */
export function headlineOf(story: Story, lead: ArticleSummary | undefined): ArticleSummary | undefined {
  return lead?.headline ? lead : story.articles.find((article) => article.headline.trim() !== '');
}
