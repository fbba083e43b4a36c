import type { ErrorCode } from '@broadsheet/types';

/** A document that can't be read, seeded or replaced as asked. `reason` is for the log, not for people. */
export class DocumentError extends Error {
  readonly code: Extract<ErrorCode, 'DOCUMENT_INVALID'> = 'DOCUMENT_INVALID';
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(
      'The text holds something this version does not know. Nothing was changed; reload the page and look at the text.',
      options,
    );
    this.name = 'DocumentError';
    this.reason = reason;
  }
}

/** HTML that is longer, deeper or fuller than any article. */
export class TooMuchToImport extends DocumentError {
  constructor(reason: string) {
    super(reason);
    this.name = 'TooMuchToImport';
  }
}
