import type { GrantInput, Language } from '@broadsheet/types';
import { mayAt } from '#lib/session/permissions.ts';

/** `null` is no section, or no region. */
type Choice = string | null;

/** The sections in which a person may start a story in this language, whatever its region. */
export function sectionsToCreateIn(
  grants: readonly GrantInput[],
  language: Language,
  sectionIds: readonly string[],
  regionIds: readonly string[],
): Choice[] {
  return [null, ...sectionIds].filter(
    (sectionId) => regionsToCreateIn(grants, language, sectionId, regionIds).length > 0,
  );
}

/** The regions in which a person may start a story in this language and section. */
export function regionsToCreateIn(
  grants: readonly GrantInput[],
  language: Language,
  sectionId: Choice,
  regionIds: readonly string[],
): Choice[] {
  return [null, ...regionIds].filter((regionId) =>
    mayAt(grants, 'story.create', { sectionId, regionIds: regionId ? [regionId] : [], language }),
  );
}
