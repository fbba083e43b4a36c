interface Pictured {
  picture: unknown;
}

/** How many stories stand beside each other under the lead. */
const seconds = 3;
/** How far down the list a lead with a picture is looked for. */
const reach = 5;

export interface LeadZone<T> {
  lead: T | null;
  seconds: T[];
  rest: T[];
}

/** The newest story with a picture leads; a full row of the next stands under it; order is otherwise kept. */
export function toLeadZone<T extends Pictured>(items: readonly T[]): LeadZone<T> {
  const lead = items.slice(0, reach).find((item) => item.picture !== null) ?? items[0] ?? null;
  const others = items.filter((item) => item !== lead);
  const full = others.length >= seconds ? seconds : 0;
  return { lead, seconds: others.slice(0, full), rest: others.slice(full) };
}
