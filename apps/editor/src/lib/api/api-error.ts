import type { ChangeMeanwhile, ErrorCode, Problem } from '@broadsheet/types';

/** A code of the API, or one of the two faults that no answer of the API can name. */
export type FaultCode = ErrorCode | 'UNREACHABLE' | 'ANSWER_UNREADABLE';

/** Why a request came to nothing. `message` is for logs; what people read comes from `sentenceFor`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: FaultCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The place and the reason of each fault of an invalid input. */
  readonly fields: NonNullable<Problem['errors']>;
  /** What somebody else did first, with CHANGED_MEANWHILE of an article. */
  readonly change: ChangeMeanwhile | undefined;

  constructor(
    code: FaultCode,
    status: number,
    detail: string,
    { errors = [], change }: Pick<Problem, 'errors' | 'change'> = {},
  ) {
    super(detail);
    this.code = code;
    this.status = status;
    this.fields = errors;
    this.change = change;
  }
}

/** No fault: what was to be sent is kept on this device, and sent by itself once there is a connection. */
export class KeptHere extends ApiError {
  override readonly cause: ApiError;

  constructor(cause: ApiError) {
    super(cause.code, cause.status, cause.message);
    this.cause = cause;
  }
}

/** Whether `error` is the API's answer with one of `codes`. */
export function isFault(error: unknown, ...codes: FaultCode[]): error is ApiError {
  return error instanceof ApiError && codes.includes(error.code);
}
