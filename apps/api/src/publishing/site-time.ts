import type { FaultReason } from '@broadsheet/types';
import { DomainError } from '../common/domain-error.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * The instant of a wall-clock time (`YYYY-MM-DDTHH:mm`) in a time zone. Where clocks are put back and the time comes
 * twice, the first is meant.
 * @throws DomainError INPUT_INVALID for a date that does not exist, or a time that is skipped when clocks go forward.
 */
export function siteTimeToInstant(local: string, timeZone: string): Date {
  const wanted = Date.parse(`${local}:00Z`);
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 16) !== local)
    throw refused('This date does not exist. Choose another.');
  const candidates = [wanted - day, wanted + day]
    .map((around) => wanted - offsetAt(around, timeZone))
    .sort((a, b) => a - b);
  const found = candidates.find((instant) => instant + offsetAt(instant, timeZone) === wanted);
  if (found === undefined) {
    const [, skippedTo = wanted] = candidates;
    const after = new Date(skippedTo + offsetAt(skippedTo, timeZone)).toISOString().slice(11, 16);
    throw refused(
      `Clocks go forward then, so this time does not come. The same minute is ${after}.`,
      'time_skipped',
    );
  }
  return new Date(found);
}

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const get = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

const refused = (message: string, reason?: FaultReason) =>
  new DomainError('INPUT_INVALID', `Nothing was scheduled. ${message}`, [
    { path: 'publishAt', message, ...(reason ? { reason } : {}) },
  ]);
