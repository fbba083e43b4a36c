import type { EntityManager } from 'typeorm';
import { noPassword } from '../auth/password-hash.ts';
import { DomainError } from '../common/domain-error.ts';

const lockName = 'broadsheet admins';

/**
 * Does something to a person that may take an admin away; part of the caller's transaction. One such change at a time,
 * so that two admins cannot take each other's right in the same second.
 * @throws DomainError LAST_ADMIN when the person was an admin who can sign in and nobody else is.
 */
export async function keepingAnAdmin(
  manager: EntityManager,
  userId: string,
  change: () => Promise<void>,
): Promise<void> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName]);
  const before = await admins(manager);
  await change();
  if (!before.includes(userId) || (await admins(manager)).length > 0) return;
  throw new DomainError(
    'LAST_ADMIN',
    'This is the last admin who can sign in, so nothing was changed. Make somebody else an admin first.',
  );
}

/** Those who can sign in and manage people: not the suspended, and not those who have yet to set a password. */
async function admins(manager: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select u.id from "user" u
      where u.suspended_at is null and u.password_hash <> '${noPassword}'
        and exists (select 1 from "grant" g where g.user_id = u.id and g.role = 'admin')`,
  );
  return rows.map(({ id }) => id);
}
