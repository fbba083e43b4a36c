import { toCardView } from '#lib/cards/card-view.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import { composeHome, type HomeFront } from './compose-home.ts';
import { readOtherRegions } from './list-view.ts';

const onFront = 20;
const inSection = 12;

/** Reads the front of one language. The lists of sections and regions are beside the matter: they may lag. */
export async function readHome(
  reading: PageReading,
  site: SiteView,
): Promise<HomeFront & { older: string | null; edition: string | null }> {
  const { language } = site;
  const [list, regions, sections] = await Promise.all([
    reading.list({ language, kind: 'home', limit: onFront }),
    readOtherRegions(reading, site, undefined, 3),
    Promise.all(
      site.sections.map(async (section) => {
        const { items } = await reading.sideList({
          language,
          kind: 'section',
          id: section.id,
          limit: inSection,
        });
        return { section, items: items.map((card) => toCardView(card, site)) };
      }),
    ),
  ]);
  const front = composeHome({ newest: list.items.map((card) => toCardView(card, site)), sections, regions });
  return {
    ...front,
    older: list.older === null ? null : `/${language}/?older=${encodeURIComponent(list.older)}`,
    edition: list.items[0]?.publishedAt ?? null,
  };
}
