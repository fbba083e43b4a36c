import type { Language, PublicArticle } from '@broadsheet/types';
import { toCardView, type CardView } from '#lib/cards/card-view.ts';
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
  /** First region and section; what has no name in the language is left out. */
  labels: Named[];
  /** The newest of the article's own region and of the next one that has any. */
  rails: RailView[];
  related: CardView[];
}

const inRail = 5;
const mostRails = 2;
const inRelated = 4;

/** Reads what stands beside an article: its region's newest, another region's, and what else its section has. */
export async function readArticleView(
  reading: PageReading,
  site: SiteView,
  article: PublicArticle,
): Promise<ArticleView> {
  const region = article.regionIds.flatMap((id) => site.regions.find((each) => each.id === id) ?? [])[0];
  const section = site.sections.find(({ id }) => id === article.sectionId);
  const [rails, sameSection, newest] = await Promise.all([
    readRails(reading, site, railOrder(site.regions, region), article.id),
    section ? readCards(reading, site, { kind: 'section', id: section.id }) : [],
    readCards(reading, site, { kind: 'home' }),
  ]);
  const shown = new Set([article.id, ...rails.flatMap(({ cards }) => cards.map(({ id }) => id))]);
  const candidates = [...sameSection, ...newest].filter(({ id }) => id !== article.id);
  const fresh = candidates.filter(({ id }) => !shown.has(id));
  // a young paper repeats itself rather than leave the row half empty
  const related = new Map([...fresh, ...candidates].map((card) => [card.id, card]));
  return {
    article,
    address: `${site.origin}/${article.language}/news/${article.slug}`,
    labels: [region, section].filter((each) => each !== undefined),
    rails,
    related: [...related.values()].slice(0, inRelated),
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
      const cards = await readCards(reading, site, { kind: 'region', id: region.id });
      return { region, cards: cards.filter(({ id }) => id !== except).slice(0, inRail), others: [] };
    }),
  );
  const rails: RailView[] = filled.filter(({ cards }) => cards.length > 0).slice(0, mostRails);
  const others = site.regions.filter(({ id }) => rails.every(({ region }) => region.id !== id));
  return rails.map((rail, index) => (index === rails.length - 1 ? { ...rail, others } : rail));
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
