import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/domain-error.ts';
import type { NewPlace } from './redirects.service.ts';

/**
 * The section or region that a retired one redirects to, locked so that it is not retired meanwhile.
 * @throws DomainError INPUT_INVALID when there is none of that id on the site, or it is the retired one itself.
 */
export async function loadNewPlace(manager: EntityManager, id: string, retiredId: string): Promise<NewPlace> {
  for (const kind of ['section', 'region'] as const) {
    const [row]: Omit<NewPlace, 'kind'>[] = await manager.query(
      `select slug, names from ${kind} where id = $1 and id <> $2 and retired_at is null for share`,
      [id, retiredId],
    );
    if (row) return { kind, ...row };
  }
  throw new DomainError(
    'INPUT_INVALID',
    'The page to redirect to is not on the site, so nothing was retired. Choose another, or the front.',
    [{ path: 'redirectTo', message: 'This page is not on the site.' }],
  );
}
