import { brokenConstraint } from './constraint-error.ts';
import { DomainError } from './domain-error.ts';

/**
 * Runs `work`; a violation of one of the named constraints becomes that constraint's error.
 * @param errors constraint name, such as `uq_user_email`, to the error it means.
 */
export async function withConstraints<T>(
  errors: Record<string, () => DomainError>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw errors[brokenConstraint(thrown) ?? '']?.() ?? thrown;
  }
}

/** The error for an address that something else has, or once had. */
export const slugTaken = (slug: string): DomainError =>
  new DomainError(
    'SLUG_TAKEN',
    `The address "${slug}" is taken, perhaps by something that was retired. Nothing was changed; choose another.`,
    [{ path: 'slug', message: 'This address is taken.' }],
  );
