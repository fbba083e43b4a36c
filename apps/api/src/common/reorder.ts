import type { EntityManager } from 'typeorm';
import { changedMeanwhile } from './changed-meanwhile.ts';

/**
 * Puts sections or regions in a new order; part of the caller's transaction. Retired ones may be left out.
 * @throws DomainError CHANGED_MEANWHILE unless the ids are all that are not retired, each once.
 */
export async function reorder(
  manager: EntityManager,
  table: 'section' | 'region',
  ids: readonly string[],
): Promise<void> {
  const rows: { id: string; retired: boolean }[] = await manager.query(
    `select id, retired_at is not null as retired from ${table} for update`,
  );
  const known = new Set(rows.map(({ id }) => id));
  const given = new Set(ids);
  const whole = rows.every(({ id, retired }) => retired || given.has(id));
  if (!whole || given.size !== ids.length || ids.some((id) => !known.has(id)))
    throw changedMeanwhile(`the list of ${table}s`);
  await manager.query(
    `update ${table} set position = given.position
       from unnest($1::uuid[]) with ordinality as given (id, position) where ${table}.id = given.id`,
    [ids],
  );
}
