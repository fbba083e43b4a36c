import { randomUUIDv7 } from 'node:crypto';

/** A new UUIDv7: sorts by the time it was made. Made here, so that any PostgreSQL ≥ 16 will do. */
export const newId = (): string => randomUUIDv7();
