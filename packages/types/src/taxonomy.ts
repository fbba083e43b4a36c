import { z } from 'zod';
import { id, slug, version } from './common.ts';
import { localizedText } from './localized.ts';

/** A desk of the paper (Politics). Retired ones keep their stories and redirect their page. */
export const section = z
  .object({ id, slug, names: localizedText, position: z.int(), retired: z.boolean(), version })
  .meta({ id: 'Section' });
export type Section = z.infer<typeof section>;

export const sectionInput = z.strictObject({ slug, names: localizedText }).meta({ id: 'SectionInput' });
export type SectionInput = z.infer<typeof sectionInput>;
export const sectionUpdate = sectionInput.partial().extend({ version }).meta({ id: 'SectionUpdate' });
export type SectionUpdate = z.infer<typeof sectionUpdate>;

/** A part of the world (Georgia). The rail title is a whole phrase in each language. */
export const region = z
  .object({
    id,
    slug,
    names: localizedText,
    railTitles: localizedText,
    inRail: z.boolean(),
    position: z.int(),
    retired: z.boolean(),
    version,
  })
  .meta({ id: 'Region' });
export type Region = z.infer<typeof region>;

export const regionInput = z
  .strictObject({ slug, names: localizedText, railTitles: localizedText, inRail: z.boolean() })
  .meta({ id: 'RegionInput' });
export type RegionInput = z.infer<typeof regionInput>;
export const regionUpdate = regionInput.partial().extend({ version }).meta({ id: 'RegionUpdate' });
export type RegionUpdate = z.infer<typeof regionUpdate>;

/** All ids in their new order. */
export const orderInput = z.strictObject({ ids: z.array(id).min(1).max(500) }).meta({ id: 'OrderInput' });
export type OrderInput = z.infer<typeof orderInput>;

/** Retiring takes the page from the site; its address redirects to another section or region, or to the front (null). */
export const retireInput = z.strictObject({ redirectTo: id.nullable() }).meta({ id: 'RetireInput' });
export type RetireInput = z.infer<typeof retireInput>;

export const topic = z.object({ id, slug, names: localizedText, version }).meta({ id: 'Topic' });
export type Topic = z.infer<typeof topic>;
export const topicInput = z.strictObject({ slug, names: localizedText }).meta({ id: 'TopicInput' });
export type TopicInput = z.infer<typeof topicInput>;
export const topicUpdate = topicInput.partial().extend({ version }).meta({ id: 'TopicUpdate' });
export type TopicUpdate = z.infer<typeof topicUpdate>;

/** A byline, perhaps without an account. */
export const author = z
  .object({ id, slug, names: localizedText, userId: id.nullable(), version })
  .meta({ id: 'Author' });
export type Author = z.infer<typeof author>;
export const authorInput = z
  .strictObject({ slug, names: localizedText, userId: id.nullable().default(null) })
  .meta({ id: 'AuthorInput' });
export type AuthorInput = z.infer<typeof authorInput>;
export const authorUpdate = z
  .strictObject({
    slug: slug.optional(),
    names: localizedText.optional(),
    userId: id.nullable().optional(),
    version,
  })
  .meta({ id: 'AuthorUpdate' });
export type AuthorUpdate = z.infer<typeof authorUpdate>;
