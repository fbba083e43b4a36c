import { yearIn } from '#lib/dates/format-date.ts';

export interface YearWatch {
  timeZone: () => Promise<string>;
  onTurn: () => void;
  /** Milliseconds between two looks. */
  every?: number;
  now?: () => number;
}

/**
 * The year in the footer is the one thing in a stored page that time alone makes wrong. When it turns in the site's
 * time zone, pages are renewed.
 * @returns what ends the watch
 */
export function watchYear({ timeZone, onTurn, every = 60_000, now = Date.now }: YearWatch): () => void {
  let known: string | null = null;
  const look = async () => {
    const year = yearIn(await timeZone(), now());
    if (known !== null && known !== year) onTurn();
    known = year;
  };
  const timer = setInterval(() => {
    // with the newsroom away there is nothing to compare with: the next look will tell
    look().catch(() => undefined);
  }, every);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
