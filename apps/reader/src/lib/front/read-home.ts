import { toCardView, type CardView } from '#lib/cards/card-view.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import { composeHome, type HomeFront } from './compose-home.ts';
import { readOtherRegions } from './list-view.ts';
import { toReadCards } from './read-cards.ts';

const onFront = 20;
const inSection = 12;
const inOrder = 12;

/**
 * Reads the front of one language. Its order and the newest are its matter; the lists of sections and regions and what
 * is most read stand beside it: they may lag.
 */
export async function readHome(
  reading: PageReading,
  site: SiteView,
): Promise<HomeFront & { older: string | null; edition: string | null }> {
  const { language } = site;
  const toView = (card: Parameters<typeof toCardView>[0]) => toCardView(card, site);
  const [front, list, regions, sections, day, week] = await Promise.all([
    reading.front(language, inOrder),
    reading.list({ language, kind: 'home', limit: onFront }),
    readOtherRegions(reading, site, undefined, 3),
    readSections(reading, site),
    reading.mostRead({ language, hours: 24 }, site.showViews),
    reading.mostRead({ language, hours: 168 }, site.showViews),
  ]);
  const home = composeHome({
    ranked: front.items.map(toView),
    newest: list.items.map(toView),
    longReads: front.longReads.map(toView),
    sections,
    regions,
    mostRead: { day: toReadCards(day, site), week: toReadCards(week, site) },
  });
  return {
    ...home,
    older: list.older === null ? null : `/${language}/?older=${encodeURIComponent(list.older)}`,
    edition: list.items[0]?.publishedAt ?? null,
  };
}

function readSections(reading: PageReading, site: SiteView) {
  return Promise.all(
    site.sections.map(async (section) => {
      const { items } = await reading.sideList({
        language: site.language,
        kind: 'section',
        id: section.id,
        limit: inSection,
      });
      return { section, items: items.map((card): CardView => toCardView(card, site)) };
    }),
  );
}
