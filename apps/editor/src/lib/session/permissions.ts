import {
  roleActions,
  type Action,
  type GrantInput,
  type Language,
  type ScopedAction,
} from '@broadsheet/types';

/** Where an action would happen. A story without a section or region needs a grant over "any". */
export interface Place {
  sectionId: string | null;
  regionIds: readonly string[];
  /** Left out for what all languages of a story share. */
  language?: Language;
}

/** Whether some grant allows the action somewhere. The API decides; this only chooses what to show. */
export function mayAnywhere(grants: readonly GrantInput[], action: Action): boolean {
  return grants.some((grant) => roleActions[grant.role].includes(action));
}

/** Whether some grant allows the action at this place. */
export function mayAt(grants: readonly GrantInput[], action: ScopedAction, place: Place): boolean {
  return grants.some((grant) => roleActions[grant.role].includes(action) && covers(grant, place));
}

function covers(grant: GrantInput, { sectionId, regionIds, language }: Place): boolean {
  const section = grant.sections === 'any' || (sectionId !== null && grant.sections.includes(sectionId));
  const { regions } = grant;
  const region = regions === 'any' || regionIds.some((regionId) => regions.includes(regionId));
  const spoken = language === undefined || grant.languages === 'any' || grant.languages.includes(language);
  return section && region && spoken;
}

/** The languages in which some grant allows the action somewhere. */
export function languagesWith(
  grants: readonly GrantInput[],
  action: Action,
  all: readonly Language[],
): Language[] {
  const allowing = grants.filter((grant) => roleActions[grant.role].includes(action));
  return all.filter((language) =>
    allowing.some((grant) => grant.languages === 'any' || grant.languages.includes(language)),
  );
}
