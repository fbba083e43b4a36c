import type { ErrorCode } from '@broadsheet/types';

/** One fault of an input: where, and what to do about it. */
export interface InputFault {
  path: string;
  message: string;
}

/**
 * The only error that services throw on purpose. `message` is shown to people: what happened, what is safe, what to do.
 * The filter in problem.filter.ts maps the code to an HTTP status.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly faults: InputFault[];

  constructor(code: ErrorCode, message: string, faults: InputFault[] = []) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.faults = faults;
  }
}
