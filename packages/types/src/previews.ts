import { z } from 'zod';
import { id, instant } from './common.ts';

/** How long a link for outsiders may hold, in hours: an hour, a day, three, a week, a month. */
export const previewHours = [1, 24, 72, 168, 720] as const;

/** The person's own look at a draft: it ends with their session. */
export const preview = z.object({ url: z.url(), expiresAt: instant }).meta({ id: 'Preview' });
export type Preview = z.infer<typeof preview>;

/** A person's own look: at the draft, or at an earlier version as it was published. */
export const previewInput = z
  .strictObject({ revisionId: id.optional() })
  .prefault({})
  .meta({ id: 'PreviewInput' });
export type PreviewInput = z.infer<typeof previewInput>;

export const previewLinkInput = z
  .strictObject({ name: z.string().trim().min(1).max(80), hours: z.literal([...previewHours]) })
  .meta({ id: 'PreviewLinkInput' });
export type PreviewLinkInput = z.infer<typeof previewLinkInput>;

/** A link to a draft for somebody outside the newsroom, as lists show it: without its address. */
export const previewLink = z
  .object({
    id,
    /** Whom or what it is for. */
    name: z.string(),
    createdBy: z.object({ id, name: z.string() }),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'PreviewLink' });
export type PreviewLink = z.infer<typeof previewLink>;
export const previewLinkList = z.object({ items: z.array(previewLink) }).meta({ id: 'PreviewLinkList' });
export type PreviewLinkList = z.infer<typeof previewLinkList>;

/** A new link with its address, which is told this once. */
export const newPreviewLink = previewLink.extend({ url: z.url() }).meta({ id: 'NewPreviewLink' });
export type NewPreviewLink = z.infer<typeof newPreviewLink>;
