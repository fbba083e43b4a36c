import { rightsWarningDays, type Media } from '@broadsheet/types';

/** Where the rights to a file stand on a day (YYYY-MM-DD); null: nothing to say. */
export function rightsState(
  { rightsEnd }: Pick<Media, 'rightsEnd'>,
  today: string,
): 'ended' | 'ending' | null {
  if (rightsEnd === null) return null;
  if (rightsEnd < today) return 'ended';
  const last = new Date(`${today}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + rightsWarningDays);
  return rightsEnd < last.toISOString().slice(0, 10) ? 'ending' : null;
}

/** Today in a time zone: YYYY-MM-DD. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
