import type { PublicArticle, PublicAround, PublicCard } from '@broadsheet/types';
import { toCardView, type CardView } from '#lib/cards/card-view.ts';
import type { MostReadView } from '#lib/front/compose-home.ts';
import { toReadCards } from '#lib/front/read-cards.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { Named, NamedRegion, SiteView } from '#lib/site/site-view.ts';

export interface RailView {
  region: NamedRegion;
  cards: CardView[];
  /** The remaining regions, under the last rail. */
  others: NamedRegion[];
}

/** An article with all that stands around it. */
export interface ArticleView {
  article: PublicArticle;
  /** The whole address, for sharing. */
  address: string;
  /** Whether its page says when it is being read. */
  isCounted: boolean;
  /** First region and section; what has no name in the language is left out. */
  labels: Named[];
  /** The newest of the article's own region and of the next one that has any. */
  rails: RailView[];
  mostRead: MostReadView | null;
  /** The nearest by topics and regions. */
  related: CardView[];
  /** In its section, by time. */
  previous: CardView | null;
  next: CardView | null;
  /** How often it was read; null where the site does not say. */
  views: number | null;
}

const inRail = 5;
const mostRails = 2;
const inRelated = 4;
const enoughMostRead = 3;

/**
 * An article with what stands beside it: its region's newest, another region's, what is most read, the stories nearest
 * to it and its neighbours in the section.
 * @param isCounted false for a preview, whose readings are nobody's business
 */
export async function readArticleView(
  reading: PageReading,
  site: SiteView,
  article: PublicArticle,
  around: PublicAround | null,
  isCounted = true,
): Promise<ArticleView> {
  const region = article.regionIds.flatMap((id) => site.regions.find((each) => each.id === id) ?? [])[0];
  const section = site.sections.find(({ id }) => id === article.sectionId);
  const [rails, mostRead] = await Promise.all([
    readRails(reading, site, railOrder(site.regions, region), article.id),
    reading.mostRead({ language: site.language, hours: 24 }),
  ]);
  const toView = (card: PublicCard | null | undefined) => (card ? toCardView(card, site) : null);
  const shown = new Set(rails.flatMap(({ cards }) => cards.map(({ id }) => id)));
  const nearest = (around?.more ?? []).map((card) => toCardView(card, site));
  // a young paper repeats itself rather than leave the row half empty
  const related = [
    ...nearest.filter(({ id }) => !shown.has(id)),
    ...nearest.filter(({ id }) => shown.has(id)),
  ];
  return {
    article,
    address: `${site.origin}/${article.language}/news/${article.slug}`,
    isCounted,
    labels: [region, section].filter((each) => each !== undefined),
    rails,
    mostRead: mostRead.items.length < enoughMostRead ? null : { day: toReadCards(mostRead, site), week: [] },
    related: related.slice(0, inRelated),
    previous: toView(around?.previous),
    next: toView(around?.next),
    views: around?.views ?? null,
  };
}

/** The article's own region first, then those that the newsroom keeps in the rail. */
function railOrder(regions: readonly NamedRegion[], own: NamedRegion | undefined): NamedRegion[] {
  const rest = regions.filter((region) => region.inRail && region.id !== own?.id);
  return own ? [own, ...rest] : rest;
}

async function readRails(
  reading: PageReading,
  site: SiteView,
  regions: readonly NamedRegion[],
  except: string,
): Promise<RailView[]> {
  const filled = await Promise.all(
    regions.map(async (region) => {
      const cards = await readCards(reading, site, region.id);
      return { region, cards: cards.filter(({ id }) => id !== except).slice(0, inRail), others: [] };
    }),
  );
  const rails: RailView[] = filled.filter(({ cards }) => cards.length > 0).slice(0, mostRails);
  const others = site.regions.filter(({ id }) => rails.every(({ region }) => region.id !== id));
  return rails.map((rail, index) => (index === rails.length - 1 ? { ...rail, others } : rail));
}

async function readCards(reading: PageReading, site: SiteView, region: string): Promise<CardView[]> {
  const limit = inRail + 1;
  const list = await reading.sideList({ language: site.language, kind: 'region', id: region, limit });
  return list.items.map((card) => toCardView(card, site));
}
