import type { Period } from './search-address.ts';

const daysOf: Record<Period, number> = { week: 7, year: 365 };

/** The day on which a period began. @param today as 2024-11-07 */
export function firstDayOf(period: Period, today: string): string {
  return new Date(Date.parse(today) - daysOf[period] * 86_400_000).toISOString().slice(0, 10);
}
