import { z } from 'zod';
import { isSafeHref } from './document-inline.ts';

/** UUIDv7 everywhere; any UUID is accepted where an id is only looked up. */
export const id = z.uuid();

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

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^/?#]/i.test(text) || !isSafeHref(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname !== '';
}

/** A path segment: lower-case Latin letters, digits and single hyphens, at most 80 characters. */
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case Latin letters, digits and hyphens.')
  .meta({ id: 'Slug' });

/**
 * A person's or thing's version: sent back with a change, so that two people who changed the same
 * fields are told instead of one overwriting the other (409 CHANGED_MEANWHILE).
 */
export const version = z.int().min(1);

/** A page of a list; `nextCursor` is opaque and null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });
