import { roleActions, type Language } from '@broadsheet/types';
import { may, type Holder } from '../permissions/permissions.ts';

export interface Placement {
  sectionId: string | null;
  regionIds: string[];
}

/**
 * Where a new story of this person stands. What the person did not choose is taken from the grant that lets them
 * create: nothing where it says "any", else the first that it lists and that is still in use. Null when no grant
 * allows the story.
 */
export function creationScope(
  holder: Holder,
  language: Language,
  asked: Placement,
  inUse: ReadonlySet<string>,
): Placement | null {
  const first = (scope: 'any' | string[]) => (scope === 'any' ? null : scope.find((each) => inUse.has(each)));
  const placements = [
    asked,
    ...holder.grants
      .filter((grant) => roleActions[grant.role].includes('story.create'))
      .map((grant) => ({
        sectionId: asked.sectionId ?? first(grant.sections) ?? null,
        regionIds: asked.regionIds.length > 0 ? asked.regionIds : [first(grant.regions) ?? []].flat(),
      })),
  ];
  return (
    placements.find((placement) =>
      may(holder, 'story.create', { ...placement, language, createdById: holder.id }),
    ) ?? null
  );
}
