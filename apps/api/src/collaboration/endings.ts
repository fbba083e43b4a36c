import { closeCodes } from '@broadsheet/types';
import type { Ending } from './open-socket.ts';

/** Every reason for which the server closes a socket. */
export const endings = {
  goingAway: { code: 1001, reason: 'The server restarts' },
  textFrame: { code: 1003, reason: 'Only binary messages' },
  tooMany: { code: 1008, reason: 'Too many open connections' },
  broken: { code: 1011, reason: 'A message could not be handled' },
  again: { code: 1012, reason: 'Connect again' },
  notStored: { code: closeCodes.notStored, reason: 'The database is away' },
  signedOut: { code: closeCodes.signedOut, reason: 'Not signed in' },
  forbidden: { code: closeCodes.forbidden, reason: 'Not allowed' },
  reload: { code: closeCodes.reload, reason: 'Reload the page' },
} as const satisfies Record<string, Ending>;
