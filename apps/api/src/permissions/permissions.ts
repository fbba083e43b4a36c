import {
  roleActions,
  type Action,
  type Grant,
  type Language,
  type NewsroomAction,
  type ScopedAction,
} from '@broadsheet/types';

/** Where an article stands, as grants see it. A story as a whole has no language. */
export interface Scope {
  sectionId: string | null;
  regionIds: readonly string[];
  language: Language | null;
  createdById: string | null;
}

/** Who asks: no more of a person than the rule needs. */
export interface Holder {
  id: string;
  grants: readonly Grant[];
}

const allowing = (holder: Holder, action: Action) =>
  holder.grants.filter((grant) => roleActions[grant.role].includes(action));

/** What is about the story, which has no language of its own; suggesting is for languages that somebody may not write in. */
const ofTheStory = new Set<ScopedAction>(['story.read', 'story.edit', 'story.comment', 'article.suggest']);
const looksAtLanguage = (action: ScopedAction) => !ofTheStory.has(action);

/**
 * The one permission rule, as a check: some grant must allow the action, match section and language, and at least one
 * of the regions. What has no section or no region needs "any". A contributor's grant reaches own stories only.
 */
export function may(holder: Holder, action: ScopedAction, scope: Scope): boolean {
  return allowing(holder, action).some(
    (grant) =>
      (grant.sections === 'any' || (scope.sectionId !== null && grant.sections.includes(scope.sectionId))) &&
      (grant.regions === 'any' || scope.regionIds.some((region) => grant.regions.includes(region))) &&
      (!looksAtLanguage(action) ||
        grant.languages === 'any' ||
        (scope.language !== null && grant.languages.includes(scope.language))) &&
      (grant.role !== 'contributor' || scope.createdById === holder.id),
  );
}

/** Whether a person has an action of the whole newsroom. */
export const mayInNewsroom = (holder: Holder, action: NewsroomAction): boolean =>
  allowing(holder, action).length > 0;

/** Whether a person has a scoped action anywhere at all: the guard's first look. */
export const maySomewhere = (holder: Holder, action: ScopedAction): boolean =>
  allowing(holder, action).length > 0;

/** Collects the parameters of a query written by hand; `add` gives the placeholder. */
export class SqlParameters {
  readonly values: unknown[];

  constructor(values: unknown[] = []) {
    this.values = values;
  }

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/**
 * The same rule as an SQL predicate over `story` under the alias `story` and, for actions that look at the language,
 * `article` under `article`. Every query that people's lists and look-ups make carries it.
 */
export function permissionSql(
  holder: Holder,
  action: ScopedAction,
  parameters: SqlParameters,
  alias: { story: string; article: string } = { story: 'story', article: 'article' },
): string {
  const branches = allowing(holder, action).map((grant) => {
    const conditions: string[] = [];
    if (grant.sections !== 'any')
      conditions.push(`${alias.story}.section_id = any(${parameters.add(grant.sections)}::uuid[])`);
    if (grant.regions !== 'any')
      conditions.push(
        `exists (select 1 from story_region sr where sr.story_id = ${alias.story}.id and sr.region_id = any(${parameters.add(grant.regions)}::uuid[]))`,
      );
    if (looksAtLanguage(action) && grant.languages !== 'any')
      conditions.push(`${alias.article}.language = any(${parameters.add(grant.languages)}::text[])`);
    if (grant.role === 'contributor')
      conditions.push(`${alias.story}.created_by_id = ${parameters.add(holder.id)}::uuid`);
    return conditions.length ? `(${conditions.join(' and ')})` : 'true';
  });
  if (branches.length === 0) return 'false';
  return branches.includes('true') ? 'true' : `(${branches.join(' or ')})`;
}
