import { toCardView, type CardView } from '#lib/cards/card-view.ts';
import type { ListKind } from '#lib/server/newsroom.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import type { RegionBlock } from './compose-home.ts';
import { toLeadZone } from './lead-zone.ts';

/** A page that is a list: a section, region, topic or author, or the older pages of the front. */
export interface ListView {
  name: string;
  /** "Topic", "Author": what the name is, where it does not go without saying. */
  kindName: string;
  dek: string;
  path: string;
  feed: string;
  /** Whether this is not the first page. */
  isOlder: boolean;
  /** Address of the next page. */
  older: string | null;
  lead: CardView | null;
  seconds: CardView[];
  rest: CardView[];
  newest: CardView[];
  regions: RegionBlock[];
}

export interface ListSubject {
  kind: ListKind;
  id?: string;
  name: string;
  kindName: string;
  dek: string;
  /** Address of the list's first page. */
  path: string;
}

const perPage = 20;
const inNewest = 8;

/** Reads a list's page: with a lead on the first, chronological on those that follow. */
export async function readListView(
  reading: PageReading,
  site: SiteView,
  subject: ListSubject,
  cursor: string | null,
): Promise<ListView> {
  const { language } = site;
  const { kind, id } = subject;
  const [list, newest, regions] = await Promise.all([
    reading.list({
      language,
      kind,
      limit: perPage,
      ...(id === undefined ? {} : { id }),
      ...(cursor === null ? {} : { older: cursor }),
    }),
    reading.sideList({ language, kind: 'home', limit: inNewest }),
    cursor === null ? readOtherRegions(reading, site, id) : [],
  ]);
  const cards = list.items.map((card) => toCardView(card, site, kind === 'region' ? 'section' : 'region'));
  const hasZone = cursor === null && kind !== 'author';
  const zone = hasZone ? toLeadZone(cards) : { lead: null, seconds: [], rest: cards };
  return {
    name: subject.name,
    kindName: subject.kindName,
    dek: subject.dek,
    path: subject.path,
    feed: `${subject.path.replace(/\/$/, '')}/feed.xml`,
    isOlder: cursor !== null,
    older: list.older === null ? null : `${subject.path}?older=${encodeURIComponent(list.older)}`,
    ...zone,
    newest: newest.items.map((card) => toCardView(card, site)),
    regions,
  };
}

/** The newest story of each region in the rail but this. */
export async function readOtherRegions(
  reading: PageReading,
  site: SiteView,
  except: string | undefined,
  each = 1,
): Promise<RegionBlock[]> {
  const regions = site.regions.filter(({ id, inRail }) => inRail && id !== except);
  return Promise.all(
    regions.map(async (region) => {
      const { items } = await reading.sideList({
        language: site.language,
        kind: 'region',
        id: region.id,
        limit: Math.max(each, 3),
      });
      return { region, items: items.slice(0, each).map((card) => toCardView(card, site)) };
    }),
  );
}
