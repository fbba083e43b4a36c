import type { LocalizedText, Section } from '@broadsheet/types';

/** A row of {@link sectionColumns}. */
export interface SectionRow {
  id: string;
  slug: string;
  names: LocalizedText;
  position: number;
  retired_at: Date | null;
  version: number;
}

/** What {@link toSection} reads. */
export const sectionColumns = 'id, slug, names, position, retired_at, version';

export const toSection = ({ retired_at, ...row }: SectionRow): Section => ({
  ...row,
  retired: retired_at !== null,
});
