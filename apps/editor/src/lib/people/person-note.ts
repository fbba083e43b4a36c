import type { User } from '@broadsheet/types';
import { shortDate } from '#lib/locale/dates.ts';
import { m } from '#lib/paraglide/messages.js';

/** What is special about a person's account; empty for somebody who comes and goes as usual. */
export function personNote(person: User, timeZone: string): string {
  if (person.state === 'suspended') return m.people_suspended();
  if (person.state !== 'invited') return '';
  const { inviteExpiresAt } = person;
  const works = inviteExpiresAt !== null && Date.parse(inviteExpiresAt) > Date.now();
  return works ? m.people_invited({ date: shortDate(inviteExpiresAt, timeZone) }) : m.people_invite_old();
}
