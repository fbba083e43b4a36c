import { z } from 'zod';
import { isWebAddress, slugPattern } from './plain-checks.ts';

/** UUIDv7 everywhere; any UUID is accepted where an id is only looked up. */
export const id = z.uuid();

/** Words that somebody looks for. What is no text is left out: nobody who looks for something has to mend that. */
export const lookedFor = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.replaceAll('\0', ' ').toWellFormed().trim());

/** An absolute instant, ISO 8601 with offset or Z. */
export const instant = z.iso.datetime({ offset: true });

/**
 * The whole address of a page elsewhere: http or https, without a name and password in it. It is only ever shown or
 * named as a source; nothing is fetched from it, and nobody is sent there.
 */
export const webAddress = z
  .string()
  .trim()
  .max(2000)
  .refine(isWebAddress, 'Use a whole address that begins with https:// or http://.')
  .meta({ id: 'WebAddress' });

/** A path segment: lower-case Latin letters, digits and single hyphens, at most 80 characters. */
export const slug = z
  .string()
  .max(80)
  .regex(slugPattern, 'Use lower-case Latin letters, digits and hyphens.')
  .meta({ id: 'Slug' });

/**
 * A person's or thing's version: sent back with a change, so that two people who changed the same
 * fields are told instead of one overwriting the other (409 CHANGED_MEANWHILE).
 */
export const version = z
  .int()
  .min(1)
  .max(2 ** 31 - 1);

/** A page of a list; `nextCursor` is opaque and null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });
