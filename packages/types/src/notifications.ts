import { z } from 'zod';
import { colleague } from './comments.ts';
import { id, instant, pageOf } from './common.ts';
import { language } from './localized.ts';

/** Why somebody is told: called by name, answered, or a thread of theirs was closed. */
export const notificationKinds = ['mention', 'reply', 'resolved'] as const;
export const notificationKind = z.enum(notificationKinds).meta({ id: 'NotificationKind' });
export type NotificationKind = z.infer<typeof notificationKind>;

export const notification = z
  .object({
    id,
    kind: notificationKind,
    by: colleague,
    storyId: id,
    language,
    headline: z.string(),
    threadId: id,
    /** The beginning of what was said; of a resolved thread, what it was about. People are named, not numbered. */
    excerpt: z.string(),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof notification>;

export const notificationPage = pageOf(notification)
  .extend({ unread: z.int() })
  .meta({ id: 'NotificationPage' });
export type NotificationPage = z.infer<typeof notificationPage>;

export const notificationListQuery = z.strictObject({ cursor: z.string().max(300).optional() });
export type NotificationListQuery = z.infer<typeof notificationListQuery>;

/** Without `ids`, all of them. */
export const readNotificationsInput = z
  .strictObject({ ids: z.array(id).max(200).optional() })
  .meta({ id: 'ReadNotificationsInput' });
export type ReadNotificationsInput = z.infer<typeof readNotificationsInput>;

export const unreadCount = z.object({ unread: z.int() }).meta({ id: 'UnreadCount' });
export type UnreadCount = z.infer<typeof unreadCount>;
