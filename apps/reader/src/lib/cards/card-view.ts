import type { ContentType, PublicCard, PublicPicture } from '@broadsheet/types';
import type { Named, SiteView } from '#lib/site/site-view.ts';
import { bindShortWords } from './bind-short-words.ts';

/** A story in a list, as one language shows it. */
export interface CardView {
  id: string;
  href: string;
  headline: string;
  standfirst: string;
  /** Its first region, else its section. */
  label: Named | null;
  authors: readonly string[];
  picture: PublicPicture | null;
  publishedAt: string;
  priority: number;
  sectionId: string | null;
  contentType: ContentType;
}

/**
 * @param label what the label should name first; a region's page names the section, all others the region
 */
export function toCardView(
  card: PublicCard,
  site: SiteView,
  label: 'region' | 'section' = 'region',
): CardView {
  const region = site.regions.find(({ id }) => id === card.regionIds[0]);
  const section = site.sections.find(({ id }) => id === card.sectionId);
  return {
    id: card.id,
    href: `/${card.language}/news/${card.slug}`,
    headline: bindShortWords(card.headline, card.language),
    standfirst: card.standfirst,
    label: (label === 'region' ? (region ?? section) : (section ?? region)) ?? null,
    authors: card.authorNames,
    picture: card.picture,
    publishedAt: card.publishedAt,
    priority: card.priority,
    sectionId: card.sectionId,
    contentType: card.contentType,
  };
}
