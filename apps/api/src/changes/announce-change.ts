import type { EntityManager } from 'typeorm';
import { newId } from '../common/new-id.ts';

/**
 * Tells readers' caches what changed, as part of the caller's transaction: one outbox row and a notice to the relay.
 * The keys are those of `Change` in @broadsheet/types; without any, nothing is written.
 */
export async function announceChange(manager: EntityManager, keys: Iterable<string>): Promise<void> {
  const unique = [...new Set(keys)];
  if (unique.length === 0) return;
  await manager.query('insert into outbox (id, keys) values ($1, $2)', [newId(), unique]);
  await manager.query(`select pg_notify('broadsheet_outbox', '')`);
}
