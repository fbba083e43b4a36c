import type { Language, PublicArticle } from '@broadsheet/types';
import { toCardView, type CardView } from '#lib/cards/card-view.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { Named, NamedRegion, SiteView } from '#lib/site/site-view.ts';

export interface RailView {
  region: NamedRegion;
  cards: CardView[];
  others: NamedRegion[];
}

/** An article with all that stands around it. */
export interface ArticleView {
  article: PublicArticle;
  /** The whole address, for sharing. */
  address: string;
  /** First region and section; what has no name in the language is left out. */
  labels: Named[];
  rail: RailView | null;
  /** The rail of the next region, where there is one. */
  secondRail: RailView | null;
  related: CardView[];
}

const inRail = 5;
const inRelated = 4;

/** Reads what stands beside an article: its region's newest, another region's, and what else its section has. */
export async function readArticleView(
  reading: PageReading,
  site: SiteView,
  article: PublicArticle,
): Promise<ArticleView> {
  const region = article.regionIds.flatMap((id) => site.regions.find((each) => each.id === id) ?? [])[0];
  const section = site.sections.find(({ id }) => id === article.sectionId);
  const [first, second] = railOrder(site.regions, region);
  const [rail, secondRail, sameSection, newest] = await Promise.all([
    first ? readRail(reading, site, first, article.id) : null,
    second ? readRail(reading, site, second, article.id) : null,
    section ? readCards(reading, site, { kind: 'section', id: section.id }) : [],
    readCards(reading, site, { kind: 'home' }),
  ]);
  const shown = new Set([article.id, ...(rail?.cards ?? []).map(({ id }) => id)]);
  const candidates = [...sameSection, ...newest].filter(({ id }) => !shown.has(id));
  return {
    article,
    address: `${site.origin}/${article.language}/news/${article.slug}`,
    labels: [region, section].filter((each) => each !== undefined),
    rail: rail && { ...rail, others: site.regions.filter(({ id }) => id !== first?.id && id !== second?.id) },
    secondRail,
    related: [...new Map(candidates.map((card) => [card.id, card])).values()].slice(0, inRelated),
  };
}

/** The article's own region first, then those that the newsroom keeps in the rail. */
function railOrder(regions: readonly NamedRegion[], own: NamedRegion | undefined): NamedRegion[] {
  const rest = regions.filter((region) => region.inRail && region.id !== own?.id);
  return own ? [own, ...rest] : rest;
}

async function readRail(
  reading: PageReading,
  site: SiteView,
  region: NamedRegion,
  except: string,
): Promise<RailView | null> {
  const cards = await readCards(reading, site, { kind: 'region', id: region.id });
  const others = cards.filter(({ id }) => id !== except).slice(0, inRail);
  return others.length > 0 ? { region, cards: others, others: [] } : null;
}

async function readCards(
  reading: PageReading,
  site: SiteView,
  query: { kind: 'home' | 'section' | 'region'; id?: string },
): Promise<CardView[]> {
  const language: Language = site.language;
  const list = await reading.sideList({ language, limit: inRail + 3, ...query });
  return list.items.map((card) => toCardView(card, site));
}
