import { frontTime } from '@broadsheet/types';

interface Ranked {
  id: string;
  publishedAt: string;
  priority: number;
  picture: unknown;
}

/** How far down the order a lead with a picture is looked for. */
const reach = 3;
const mostImportant = 1;

/** The order of a front: by `frontTime`, and by id where that is equal, so that it never wavers. */
export const inFrontOrder = <T extends Ranked>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => frontTime(b) - frontTime(a) || (a.id < b.id ? 1 : -1));

export interface LeadZone<T> {
  lead: T | null;
  seconds: T[];
  /** All others, in the order they came in. */
  rest: T[];
}

/**
 * Who leads: the first of the front's order, unless it has no picture and is not of the highest priority; then the next
 * that has one, if it stands close behind. Under the lead stands a full row of those that follow, or none.
 */
export function toLeadZone<T extends Ranked>(items: readonly T[], inRow = 3): LeadZone<T> {
  const ranked = inFrontOrder(items);
  const lead = leadOf(ranked);
  const others = ranked.filter((item) => item !== lead);
  const seconds = others.length >= inRow ? others.slice(0, inRow) : [];
  const above = new Set([lead, ...seconds]);
  return { lead, seconds, rest: items.filter((item) => !above.has(item)) };
}

function leadOf<T extends Ranked>(ranked: readonly T[]): T | null {
  const [first] = ranked;
  if (!first || first.priority === mostImportant) return first ?? null;
  return ranked.slice(0, reach).find((item) => item.picture !== null) ?? first;
}
