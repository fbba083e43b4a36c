import { Injectable } from '@nestjs/common';
import type { GrantInput } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { DomainError, type InputFault } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';

/** What people may do, as rows. */
@Injectable()
export class GrantsService {
  /**
   * Gives a person exactly these grants; part of the caller's transaction.
   * @throws DomainError GRANT_INVALID naming each section or region that does not exist, and an admin with a scope.
   */
  async replace(manager: EntityManager, userId: string, grants: readonly GrantInput[]): Promise<void> {
    await this.refuseInvalid(manager, grants);
    await manager.query('delete from "grant" where user_id = $1', [userId]);
    for (const { role, sections, regions, languages } of grants)
      await manager.query(
        `insert into "grant" (id, user_id, role, section_ids, region_ids, languages) values ($1, $2, $3, $4, $5, $6)`,
        [newId(), userId, role, orNull(sections), orNull(regions), orNull(languages)],
      );
  }

  private async refuseInvalid(manager: EntityManager, grants: readonly GrantInput[]): Promise<void> {
    const sections = await existing(
      manager,
      'section',
      grants.map((grant) => grant.sections),
    );
    const regions = await existing(
      manager,
      'region',
      grants.map((grant) => grant.regions),
    );
    const faults = grants.flatMap((grant, index): InputFault[] => {
      const at = `grants.${index}`;
      const unknown = (part: 'sections' | 'regions', known: Set<string>) =>
        grant[part] !== 'any' && grant[part].some((id) => !known.has(id))
          ? [{ path: `${at}.${part}`, message: `One of these ${part} does not exist.` }]
          : [];
      const narrowAdmin =
        grant.role === 'admin' &&
        (grant.sections !== 'any' || grant.regions !== 'any' || grant.languages !== 'any');
      return [
        ...unknown('sections', sections),
        ...unknown('regions', regions),
        ...(narrowAdmin ? [{ path: `${at}.role`, message: 'An admin is an admin of everything.' }] : []),
      ];
    });
    if (faults.length > 0)
      throw new DomainError(
        'GRANT_INVALID',
        'One of the roles cannot be given like this. Nothing was changed; see each fault.',
        faults,
      );
  }
}

/** Which of the named ids exist. Locked, so that they go on existing until the transaction ends. */
async function existing(
  manager: EntityManager,
  table: 'section' | 'region',
  scopes: readonly ('any' | string[])[],
): Promise<Set<string>> {
  const named = scopes.flatMap((scope) => (scope === 'any' ? [] : scope));
  if (named.length === 0) return new Set();
  const rows: { id: string }[] = await manager.query(
    `select id from ${table} where id = any($1::uuid[]) for key share`,
    [named],
  );
  return new Set(rows.map(({ id }) => id));
}

const orNull = <T>(scope: 'any' | T[]): T[] | null => (scope === 'any' ? null : [...new Set(scope)]);
