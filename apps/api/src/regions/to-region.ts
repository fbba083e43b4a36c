import type { LocalizedText, Region } from '@broadsheet/types';

/** A row of {@link regionColumns}. */
export interface RegionRow {
  id: string;
  slug: string;
  names: LocalizedText;
  rail_titles: LocalizedText;
  in_rail: boolean;
  position: number;
  retired_at: Date | null;
  version: number;
}

/** What {@link toRegion} reads. */
export const regionColumns = 'id, slug, names, rail_titles, in_rail, position, retired_at, version';

export const toRegion = ({ rail_titles, in_rail, retired_at, ...row }: RegionRow): Region => ({
  ...row,
  railTitles: rail_titles,
  inRail: in_rail,
  retired: retired_at !== null,
});
