import { DomainError } from './domain-error.ts';

/** The error for a change made on top of what somebody else has changed since. */
export const changedMeanwhile = (what: string): DomainError =>
  new DomainError(
    'CHANGED_MEANWHILE',
    `Somebody else changed ${what} since you opened it. Nothing of yours was saved over it; load it again and repeat your change.`,
  );

/** The error for what does not exist, or may not be seen. */
export const notFound = (what: string): DomainError =>
  new DomainError('NOT_FOUND', `There is no such ${what}. It may have been removed; go back to the list.`);
