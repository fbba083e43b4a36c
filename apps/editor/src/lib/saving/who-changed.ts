import { same } from './same.ts';

/** A version of a thing, and the name of who made it. */
export interface Change {
  version: number;
  by: string | null;
}

/**
 * Who made a part of a thing what it is now; null where that is not known, because a version that may have done it was
 * never seen here.
 * @param states the thing as it was seen here, the newest last
 */
export function whoChanged<Thing>(
  states: readonly Thing[],
  read: (thing: Thing) => unknown,
  changeOf: (thing: Thing) => Change,
): string | null {
  const now = states.at(-1);
  const before = states.findLastIndex((state) => now !== undefined && !same(read(state), read(now)));
  const [was, became] = [states[before], states[before + 1]];
  if (was === undefined || became === undefined) return null;
  const { version, by } = changeOf(became);
  return version === changeOf(was).version + 1 ? by : null;
}
