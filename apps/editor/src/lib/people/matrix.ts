import type { GrantInput, Language, ScopedAction } from '@broadsheet/types';
import { mayAt } from '#lib/session/permissions.ts';

/** A cell of the table "what may they do": the languages in which the action is allowed there. */
export interface Cell {
  sectionId: string | null;
  languages: Language[];
}
export interface Line {
  regionId: string | null;
  cells: Cell[];
}

/** Region by section; `null` stands for a story without a region or a section. */
export function matrixOf(
  grants: readonly GrantInput[],
  action: ScopedAction,
  regionIds: readonly string[],
  sectionIds: readonly string[],
  languages: readonly Language[],
): Line[] {
  const allowed = (regionId: string | null, sectionId: string | null) =>
    languages.filter((language) =>
      mayAt(grants, action, {
        sectionId,
        regionIds: regionId ? [regionId] : [],
        // Who may read a story may read its every language.
        ...(action === 'story.read' ? {} : { language }),
      }),
    );
  return [...regionIds, null].map((regionId) => ({
    regionId,
    cells: [...sectionIds, null].map((sectionId) => ({ sectionId, languages: allowed(regionId, sectionId) })),
  }));
}

const regionColumn = 176;
const letter = 7.4;
const margins = 24;

/** About how many pixels the table needs with the names of its columns side by side. */
export function widthOfHeads(names: readonly string[]): number {
  return names.reduce((width, name) => width + name.length * letter + margins, regionColumn);
}
