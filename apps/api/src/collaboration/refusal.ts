import type { Ending } from './open-socket.ts';

/** Tells Hocuspocus to stop; the socket itself is closed by us. Without a message, so that it is not logged as a fault. */
export class Refusal extends Error {
  readonly code: number;
  readonly reason: string;

  constructor({ code, reason }: Ending) {
    super('');
    this.name = 'Refusal';
    this.code = code;
    this.reason = reason;
  }
}
