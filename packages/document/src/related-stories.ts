import type { Language, PublicArticle } from '@broadsheet/types';
import { escapeHtml } from './escape-html.ts';
import type { RelatedLink } from './render-context.ts';
import { renderWords } from './render-words.ts';

const place = /<!--related:([0-9a-f-]{36})-->/gi;
const storyIdOnly = /^[0-9a-f-]{36}$/i;

/** Where the link to another story stands in rendered text: a comment, which shows nothing until it is filled. */
export const relatedStoryPlace = (storyId: string): string =>
  storyIdOnly.test(storyId) ? `<!--related:${storyId}-->` : '';

/** The link itself: what it is, and the headline that leads there. */
export const relatedStoryLink = ({ headline, address }: RelatedLink, language: Language): string =>
  `<p class="also"><span class="label">${renderWords[language].relatedStory}</span> ` +
  `<a href="${escapeHtml(address)}">${escapeHtml(headline)}</a></p>`;

/** The text of an article with the links to other stories; one that is not published leaves nothing. */
export const withRelatedStories = (
  article: Pick<PublicArticle, 'html' | 'language' | 'relatedStories'>,
): string => fillRelatedStories(article.html, article, (link) => link);

/** The same in a text that is written in another way, as the links then are: inside JSON, escaped. */
export function fillRelatedStories(
  text: string,
  { language, relatedStories }: Pick<PublicArticle, 'language' | 'relatedStories'>,
  write: (link: string) => string,
): string {
  const articles = new Map(relatedStories.map(({ storyId, article }) => [storyId, article]));
  return text.replace(place, (_, storyId: string) => {
    const article = articles.get(storyId);
    if (!article) return '';
    const address = `/${language}/news/${encodeURIComponent(article.slug)}`;
    return write(relatedStoryLink({ headline: article.headline, address }, language));
  });
}
