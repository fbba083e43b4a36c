import type { ChangeMeanwhile, ErrorCode, FaultReason } from '@broadsheet/types';

/** One fault of an input: where, and what to do about it. */
export interface InputFault {
  path: string;
  message: string;
  /** For clients that say it in another language. */
  reason?: FaultReason;
}

/**
 * The only error that services throw on purpose. `message` is shown to people: what happened, what is safe, what to do.
 * The filter in problem.filter.ts maps the code to an HTTP status.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly faults: InputFault[];
  /** What somebody else did first, with CHANGED_MEANWHILE. */
  readonly change: ChangeMeanwhile | null;

  constructor(
    code: ErrorCode,
    message: string,
    faults: InputFault[] = [],
    change: ChangeMeanwhile | null = null,
  ) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.faults = faults;
    this.change = change;
  }
}
