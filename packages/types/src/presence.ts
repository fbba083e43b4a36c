import { z } from 'zod';
import { colleague } from './comments.ts';
import { id } from './common.ts';
import { language } from './localized.ts';

/** Somebody who has an article open for writing now. */
export const present = z
  .object({ storyId: id, articleId: id, language, person: colleague })
  .meta({ id: 'Present' });
export type Present = z.infer<typeof present>;
export const presence = z.object({ items: z.array(present) }).meta({ id: 'Presence' });
export type Presence = z.infer<typeof presence>;

/**
 * Events of `GET /api/events`, for a page that is open. Each says only what to ask again: `inbox`, the person's
 * notifications; `presence`, who writes where.
 */
export const deskEvents = ['hello', 'inbox', 'presence'] as const;
export const deskEvent = z.enum(deskEvents).meta({ id: 'DeskEvent' });
export type DeskEvent = z.infer<typeof deskEvent>;
