import { it } from 'vitest';

/** A journey of `npm run test:long` alone: it takes long, and services and smaller journeys hold the same each time. */
export const inLongRun = it.runIf(process.env.TEST_LONG);
