import type { UseLinkInput } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { DomainError, type InputFault } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';

/** Held while the first account is made, so that two links cannot make two of them. */
const lockName = 'broadsheet first admin';

/** One at a time, until the caller's transaction ends. */
export async function lockForFirstAdmin(manager: EntityManager): Promise<void> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName]);
}

/**
 * The newsroom's first account, an admin of everything; part of the caller's transaction, after {@link lockForFirstAdmin}.
 * @throws DomainError LINK_INVALID when the newsroom has people already, INPUT_INVALID without name and address.
 */
export async function createFirstAdmin(
  manager: EntityManager,
  { email, name }: Pick<UseLinkInput, 'email' | 'name'>,
): Promise<string> {
  if (await hasPeople(manager))
    throw new DomainError(
      'LINK_INVALID',
      'This newsroom has an admin already. Sign in, or ask them for a link.',
    );
  if (!email || !name) {
    const faults: InputFault[] = [];
    if (!email) faults.push({ path: 'email', message: 'Write the address you will sign in with.' });
    if (!name) faults.push({ path: 'name', message: 'Write your name.' });
    throw new DomainError(
      'INPUT_INVALID',
      'The first admin needs a name and an address. Nothing was made yet.',
      faults,
    );
  }
  const id = newId();
  await manager.query('insert into "user" (id, email, name, colour) values ($1, $2, $3, 1)', [
    id,
    email,
    name,
  ]);
  await manager.query(`insert into "grant" (id, user_id, role) values ($1, $2, 'admin')`, [newId(), id]);
  return id;
}

/** Whether the newsroom has an account at all. */
export async function hasPeople(manager: EntityManager): Promise<boolean> {
  const [row]: { found: boolean }[] = await manager.query('select exists (select 1 from "user") as found');
  return row?.found ?? false;
}
