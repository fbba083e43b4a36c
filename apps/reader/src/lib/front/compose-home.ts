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

export interface HomeFront extends Omit<LeadZone<CardView>, 'rest'> {
  newest: CardView[];
  blocks: SectionBlock[];
  regions: RegionBlock[];
}

export interface HomeMatter {
  newest: readonly CardView[];
  sections: readonly { section: Named; items: readonly CardView[] }[];
  regions: readonly { region: NamedRegion; items: readonly CardView[] }[];
}

const inNewest = 11;
const inBlock = 8;
const inRegion = 3;

/** The front by recency: nothing under the lead repeats in the sections' blocks, and an empty block is not shown. */
export function composeHome({ newest, sections, regions }: HomeMatter): HomeFront {
  const { lead, seconds, rest } = toLeadZone(newest);
  const above = new Set([lead?.id, ...seconds.map(({ id }) => id)]);
  return {
    lead,
    seconds,
    newest: rest.slice(0, inNewest),
    blocks: sections
      .map(({ section, items }) => ({
        section,
        isOpinion: section.slug === 'opinion',
        items: items.filter(({ id }) => !above.has(id)).slice(0, inBlock),
      }))
      .filter(({ items }) => items.length > 0),
    regions: regions
      .map(({ region, items }) => ({ region, items: items.slice(0, inRegion) }))
      .filter(({ items }) => items.length > 0),
  };
}
