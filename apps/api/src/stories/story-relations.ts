import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/domain-error.ts';

/** What a story points at in order: the first region is its label. */
export type Relation = 'region' | 'topic';

/**
 * Writes a story's regions or topics anew, in the given order, each once.
 * @throws DomainError INPUT_INVALID for an id that does not exist or, unless the story had it before, is retired
 */
export async function writeRelation(
  manager: EntityManager,
  storyId: string,
  relation: Relation,
  ids: readonly string[],
): Promise<void> {
  const unique = [...new Set(ids)];
  const usable = relation === 'region' ? `and (t.retired_at is null or ${had('region')})` : '';
  const known: { id: string }[] = await manager.query(
    `select t.id from ${relation} t where t.id = any($1::uuid[]) and $2::uuid is not null ${usable}`,
    [unique, storyId],
  );
  if (known.length !== unique.length) throw unknown(`${relation}Ids`, relation);
  await manager.query(`delete from story_${relation} where story_id = $1`, [storyId]);
  await manager.query(
    `insert into story_${relation} (story_id, ${relation}_id, position)
     select $1, each.id, each.place - 1 from unnest($2::uuid[]) with ordinality as each(id, place)`,
    [storyId, unique],
  );
}

/** @throws DomainError INPUT_INVALID for a section that does not exist or is retired */
export async function refuseUnknownSection(manager: EntityManager, sectionId: string): Promise<void> {
  const rows: unknown[] = await manager.query('select 1 from section where id = $1 and retired_at is null', [
    sectionId,
  ]);
  if (rows.length === 0) throw unknown('sectionId', 'section');
}

const had = (relation: Relation) =>
  `exists (select 1 from story_${relation} h where h.story_id = $2 and h.${relation}_id = t.id)`;

const unknown = (path: string, what: string) =>
  new DomainError(
    'INPUT_INVALID',
    `This ${what} does not exist or is no longer in use. Nothing was changed.`,
    [{ path, message: `Choose a ${what} that is in use.` }],
  );
