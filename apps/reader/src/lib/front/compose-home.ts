import type { CardView } from '#lib/cards/card-view.ts';
import type { Named, NamedRegion } from '#lib/site/site-view.ts';
import { inFrontOrder, toLeadZone } from './lead-zone.ts';

export interface SectionBlock {
  isOpinion: false;
  section: Named;
  items: CardView[];
}

/** Opinion has a ground of its own, whatever sections it stands in. */
export interface OpinionBlock {
  isOpinion: true;
  /** The one that opinion has to itself. */
  section: Named | null;
  items: CardView[];
}

export interface RegionBlock {
  region: NamedRegion;
  items: CardView[];
}

/** Sections with little in them, side by side. */
export interface SmallSection {
  section: Named;
  items: CardView[];
}

export interface ReadCard extends CardView {
  /** Null where the site does not say. */
  views: number | null;
}

export interface MostReadView {
  day: ReadCard[];
  /** Empty where the week says the same as the day. */
  week: ReadCard[];
}

export interface HomeFront {
  lead: CardView | null;
  /** Rows under the lead; a paper with few stories has all of them here, over the whole width. */
  rows: CardView[][];
  isWide: boolean;
  newest: CardView[];
  /** Under the newest. */
  besideStory: CardView | null;
  isMostReadBeside: boolean;
  blocks: (SectionBlock | OpinionBlock)[];
  smallSections: SmallSection[];
  longRead: CardView | null;
  regions: RegionBlock[];
  mostRead: MostReadView | null;
}

export interface HomeMatter {
  /** The first of the front's order. */
  ranked: readonly CardView[];
  newest: readonly CardView[];
  longReads: readonly CardView[];
  sections: readonly { section: Named; items: readonly CardView[] }[];
  regions: readonly { region: NamedRegion; items: readonly CardView[] }[];
  mostRead: { day: readonly ReadCard[]; week: readonly ReadCard[] };
}

/** A paper with no more stories than this has no column beside the lead: it would be a column of repetitions. */
const fewStories = 9;
const inNewest = 11;
/** So few lines leave room under them for what is most read. */
const shortColumn = 7;
const inBlock = 8;
/** A section with fewer stories shares a row with others. */
const enoughForBlock = 3;
const enoughForOpinion = 2;
const inOpinion = 4;
const inSmall = 2;
const enoughSmall = 2;
const inRegion = 3;
const enoughMostRead = 3;

/**
 * The front of a language. What leads is the order's (see `frontTime`); nothing of the lead zone and no long read is
 * repeated in the blocks of sections; a block with too little in it is not shown, sections with a story or two share a
 * row. What is opinion stands in the block of opinion and in no other, if that is enough for it. The column of the newest,
 * the regions and what is most read are lists of their own and repeat what they must.
 */
export function composeHome(matter: HomeMatter): HomeFront {
  const { lead, seconds } = toLeadZone(matter.ranked);
  const isWide = matter.newest.length <= fewStories;
  const first = new Set([lead, ...(isWide ? [] : seconds)].map((card) => card?.id));
  const longRead = matter.longReads.find(({ id }) => !first.has(id)) ?? null;
  const others = inFrontOrder(matter.newest).filter(({ id }) => id !== lead?.id && id !== longRead?.id);
  const rows = isWide ? evenRows(others) : seconds.length > 0 ? [seconds] : [];
  const above = new Set([lead, ...rows.flat()].flatMap((card) => card?.id ?? []));
  const beside = isWide ? [] : matter.newest.filter(({ id }) => !above.has(id)).slice(0, inNewest);
  const besideStory = isWide ? null : toBesideStory(matter.ranked, above, longRead);
  const elsewhere = new Set([...above, longRead?.id, besideStory?.id]);
  return {
    lead,
    rows,
    isWide,
    newest: beside.filter((card) => card.id !== besideStory?.id),
    besideStory,
    isMostReadBeside: !isWide && beside.length <= shortColumn,
    longRead,
    ...composeSections(matter, elsewhere),
    regions: matter.regions
      .map(({ region, items }) => ({ region, items: items.slice(0, inRegion) }))
      .filter(({ items }) => items.length > 0),
    mostRead: composeMostRead(matter.mostRead),
  };
}

/** Rows of up to four, as even as can be, the shorter ones first: 5 is 2 and 3, 7 is 3 and 4. */
export function evenRows<T>(items: readonly T[], most = 4): T[][] {
  const count = Math.ceil(items.length / most);
  const short = Math.floor(items.length / Math.max(count, 1));
  const longer = items.length - short * count;
  const rows: T[][] = [];
  let from = 0;
  for (let row = 0; row < count; row++) {
    const size = row < count - longer ? short : short + 1;
    rows.push(items.slice(from, from + size));
    from += size;
  }
  return rows;
}

/** The next in the order that has a picture and stands nowhere yet. */
function toBesideStory(
  ranked: readonly CardView[],
  above: ReadonlySet<string>,
  longRead: CardView | null,
): CardView | null {
  const free = ranked.filter(({ id, picture }) => picture && !above.has(id) && id !== longRead?.id);
  return free[0] ?? null;
}

function composeSections(
  matter: Pick<HomeMatter, 'sections' | 'newest'>,
  elsewhere: ReadonlySet<string | undefined>,
): Pick<HomeFront, 'blocks' | 'smallSections'> {
  const opinion = composeOpinion(matter, elsewhere);
  const shown = new Set([...elsewhere, ...(opinion?.items ?? []).map(({ id }) => id)]);
  const filled = matter.sections.map(({ section, items }) =>
    opinion && section.id === opinion.section?.id
      ? opinion
      : {
          isOpinion: false as const,
          section,
          items: inFrontOrder(items.filter(({ id }) => !shown.has(id))).slice(0, inBlock),
        },
  );
  const isBlock = ({ isOpinion, items }: SectionBlock | OpinionBlock) =>
    isOpinion || items.length >= enoughForBlock;
  const small = filled.flatMap((block) =>
    block.isOpinion || isBlock(block) || block.items.length === 0 ? [] : [block],
  );
  return {
    blocks: [...filled.filter(isBlock), ...(opinion && !opinion.section ? [opinion] : [])],
    // one alone would be a row that is mostly empty
    smallSections:
      small.length < enoughSmall
        ? []
        : small.map(({ section, items }) => ({ section, items: items.slice(0, inSmall) })),
  };
}

/** All opinion that stands nowhere above, and whatever else is in the section of opinion; null where that is too little. */
function composeOpinion(
  { sections, newest }: Pick<HomeMatter, 'sections' | 'newest'>,
  elsewhere: ReadonlySet<string | undefined>,
): OpinionBlock | null {
  const isOpinion = ({ contentType }: CardView) => contentType === 'opinion';
  const own =
    sections.find(({ section }) => section.slug === 'opinion') ??
    sections.find(({ items }) => items.length >= enoughForBlock && items.every(isOpinion));
  const pieces = [
    ...(own?.items ?? []),
    ...[...sections.flatMap(({ items }) => items), ...newest].filter(isOpinion),
  ].filter(({ id }) => !elsewhere.has(id));
  const each = [...new Map(pieces.map((piece) => [piece.id, piece])).values()];
  const items = inFrontOrder(each).slice(0, inOpinion);
  return items.length < enoughForOpinion ? null : { isOpinion: true, section: own?.section ?? null, items };
}

/** A list of one or two says nothing; the week is left out where it says what the day says. */
function composeMostRead({ day, week }: HomeMatter['mostRead']): MostReadView | null {
  const [shownDay, shownWeek] = [day, week].map((list) => (list.length >= enoughMostRead ? [...list] : []));
  if (!shownDay || !shownWeek || shownDay.length + shownWeek.length === 0) return null;
  const isSame = shownDay.map(({ id }) => id).join() === shownWeek.map(({ id }) => id).join();
  return { day: shownDay, week: isSame ? [] : shownWeek };
}
