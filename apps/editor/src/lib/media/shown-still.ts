import type { Media } from '@broadsheet/types';
import { notify } from '#lib/components/notify.ts';
import { m } from '#lib/paraglide/messages.js';

/** What to know of a picture that moves; null for all others. */
export const shownStill = ({ kind, duration, filename }: Media): string | null =>
  kind === 'picture' && duration !== null ? m.media_shown_still({ name: filename }) : null;

/** Says of a picture that has just come that it moves no more; its details say so too. */
export function tellShownStill(media: Media): void {
  const sentence = shownStill(media);
  if (sentence) notify(sentence);
}
