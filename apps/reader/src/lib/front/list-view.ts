import type { PublicList } from '@broadsheet/types';
import { toCardView, type CardView } from '#lib/cards/card-view.ts';
import type { ListKind } from '#lib/server/newsroom.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import type { MostReadView, RegionBlock } from './compose-home.ts';
import { toLeadZone } from './lead-zone.ts';
import { pageOfList, type PageCursor } from './page-cursor.ts';
import { toReadCards } from './read-cards.ts';

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
  /** Addresses of the next page and of the one before. */
  older: string | null;
  newer: string | null;
  lead: CardView | null;
  seconds: CardView[];
  rest: CardView[];
  newest: CardView[];
  /** In this section or region. */
  mostRead: MostReadView | null;
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
/** Beside a lead that has a second list under it. */
const inShortNewest = 5;
/** A lead and the row under it, which the newest beside them do not say again. */
const inZone = 4;
const enoughMostRead = 3;

/** Reads a list's page: with a lead on the first, chronological on those that follow. */
export async function readListView(
  reading: PageReading,
  site: SiteView,
  subject: ListSubject,
  cursor: PageCursor | null,
): Promise<ListView> {
  const { language } = site;
  const { kind, id } = subject;
  const [list, newest, regions, mostRead] = await Promise.all([
    reading.list({
      language,
      kind,
      limit: perPage,
      ...(id === undefined ? {} : { id }),
      ...(cursor === null ? {} : { [cursor.direction]: cursor.at }),
    }),
    reading.sideList({ language, kind: 'home', limit: inNewest + inZone }),
    cursor === null ? readOtherRegions(reading, site, id) : [],
    cursor === null ? readMostRead(reading, site, subject) : null,
  ]);
  const cards = list.items.map((card) => toCardView(card, site, kind === 'region' ? 'section' : 'region'));
  const hasZone = cursor === null && kind !== 'author';
  const zone = hasZone ? toLeadZone(cards) : { lead: null, seconds: [], rest: cards };
  const above = new Set([zone.lead, ...zone.seconds].map((card) => card?.id));
  return {
    name: subject.name,
    kindName: subject.kindName,
    dek: subject.dek,
    path: subject.path,
    feed: `${subject.path.replace(/\/$/, '')}/feed.xml`,
    isOlder: cursor !== null,
    ...pagesAround(subject.path, cursor, list),
    ...zone,
    newest: newest.items
      .filter(({ id: story }) => !above.has(story))
      .slice(0, mostRead ? inShortNewest : inNewest)
      .map((card) => toCardView(card, site)),
    mostRead,
    regions,
  };
}

/** Without a cursor of its own, the page before is the first one. */
function pagesAround(
  path: string,
  cursor: PageCursor | null,
  list: PublicList,
): Pick<ListView, 'older' | 'newer'> {
  const to = (direction: PageCursor['direction'], at: string) => pageOfList(path, { direction, at });
  return {
    older: list.older === null ? null : to('older', list.older),
    newer: cursor === null ? null : list.newer === null ? path : to('newer', list.newer),
  };
}

/** What is most read of a section or region in a week, or nothing where that is too little to be a list. */
async function readMostRead(
  reading: PageReading,
  site: SiteView,
  { kind, id }: ListSubject,
): Promise<MostReadView | null> {
  if ((kind !== 'section' && kind !== 'region') || id === undefined) return null;
  const list = await reading.mostRead({ language: site.language, hours: 168, kind, id });
  return list.items.length < enoughMostRead ? null : { day: [], week: toReadCards(list, site) };
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
