import { isId, type SuggestionRecord } from '@broadsheet/types';

/** Whose a suggestion is. The server lets nobody write it otherwise; what does not fit counts as nobody's. */
export function readRecord(value: unknown): SuggestionRecord | null {
  if (typeof value !== 'object' || value === null) return null;
  const { author, name, colour, at }: Partial<Record<keyof SuggestionRecord, unknown>> = value;
  if (typeof author !== 'string' || !isId(author) || typeof name !== 'string') return null;
  if (typeof colour !== 'number' || !Number.isInteger(colour) || colour < 1 || colour > 6) return null;
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? { author, name, colour, at } : null;
}
