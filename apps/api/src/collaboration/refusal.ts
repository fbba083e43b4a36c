import type { Ending } from './open-socket.ts';

/**
 * Tells Hocuspocus to stop; the socket itself is closed by us. Without message and stack, because it is no fault:
 * what Hocuspocus prints of it is one line.
 */
export class Refusal extends Error {
  readonly code: number;
  readonly reason: string;

  constructor({ code, reason }: Ending) {
    super('');
    this.name = 'Refusal';
    this.stack = this.name;
    this.code = code;
    this.reason = reason;
  }
}
