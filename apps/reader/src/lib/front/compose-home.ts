import type { CardView } from '#lib/cards/card-view.ts';
import type { Named, NamedRegion } from '#lib/site/site-view.ts';
import { toLeadZone, type LeadZone } from './lead-zone.ts';

export interface SectionBlock {
  section: Named;
  /** Opinion has a ground of its own. */
  isOpinion: boolean;
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

export interface HomeFront extends Omit<LeadZone<CardView>, 'rest'> {
  newest: CardView[];
  blocks: SectionBlock[];
  smallSections: SmallSection[];
  regions: RegionBlock[];
}

export interface HomeMatter {
  newest: readonly CardView[];
  sections: readonly { section: Named; items: readonly CardView[] }[];
  regions: readonly { region: NamedRegion; items: readonly CardView[] }[];
}

const inNewest = 11;
/** With fewer left for it, the column of the newest takes in what stands under the lead too. */
const enoughNewest = 6;
const inBlock = 8;
/** A section with fewer stories shares a row with others. */
const enoughForBlock = 3;
const inSmall = 2;
const inRegion = 3;

/** The front by recency: nothing under the lead repeats in the sections' blocks, and an empty block is not shown. */
export function composeHome({ newest, sections, regions }: HomeMatter): HomeFront {
  const { lead, seconds, rest } = toLeadZone(newest);
  const above = new Set([lead?.id, ...seconds.map(({ id }) => id)]);
  const filled = sections
    .map(({ section, items }) => ({
      section,
      isOpinion: section.slug === 'opinion',
      items: items.filter(({ id }) => !above.has(id)).slice(0, inBlock),
    }))
    .filter(({ items }) => items.length > 0);
  const beside = rest.length >= enoughNewest ? rest : newest.filter((card) => card !== lead);
  return {
    lead,
    seconds,
    newest: beside.slice(0, inNewest),
    blocks: filled.filter(({ items }) => items.length >= enoughForBlock),
    smallSections: filled
      .filter(({ items }) => items.length < enoughForBlock)
      .map(({ section, items }) => ({ section, items: items.slice(0, inSmall) })),
    regions: regions
      .map(({ region, items }) => ({ region, items: items.slice(0, inRegion) }))
      .filter(({ items }) => items.length > 0),
  };
}
