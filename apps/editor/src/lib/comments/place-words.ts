import { m } from '#lib/paraglide/messages.js';
import type { ChosenPlace } from './comment-place.ts';
import type { UnsentComment } from './unsent-comments.svelte.ts';

/** What a new comment is about, as its writer reads it. */
export function placeWords({ place, quote }: ChosenPlace): string {
  if (place.kind === 'headline') return m.comments_on_headline();
  if (place.kind === 'lead') return m.comments_on_lead();
  if (place.kind === 'block' && quote === '') return m.comments_on_bare_block();
  return quote;
}

/** The same of one that waits, and of an answer what its thread is about. */
export const aboutOf = ({ goal }: UnsentComment): string => ('about' in goal ? goal.about : placeWords(goal));
