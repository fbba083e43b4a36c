import { z } from 'zod';

/**
 * The rules of IPTC ninjs 3.2 for the properties that an article has, written after the JSON Schema
 * http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json (copyright 2025 IPTC, CC BY 4.0): only `uri` is required, and no
 * other properties than these are allowed (`unevaluatedProperties: false`).
 */
const uri = z.url();
const dateTime = z.iso.datetime({ offset: true });
const text = z.strictObject({
  role: z.string().optional(),
  contentType: z.string().optional(),
  value: z.string(),
});
const named = z.strictObject({
  name: z.string().optional(),
  rel: z.string().optional(),
  uri: uri.optional(),
});
const rendition = z.strictObject({
  name: z.string(),
  href: uri.optional(),
  contentType: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
});

const properties = {
  uri: z.union([uri, z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/)]),
  type: z
    .enum(['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'])
    .optional(),
  representationType: z.enum(['full', 'partial']).optional(),
  version: z.string().optional(),
  firstCreated: dateTime.optional(),
  versionCreated: dateTime.optional(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']).optional(),
  copyrightHolder: z.string().optional(),
  copyrightNotice: z.string().optional(),
  usageTerms: z.string().optional(),
  language: z.string().optional(),
  descriptions: z.array(text).optional(),
  bodies: z.array(text.extend({ charCount: z.int().optional(), wordCount: z.int().optional() })).optional(),
  headlines: z.array(text).optional(),
  people: z.array(named).optional(),
  places: z.array(named).optional(),
  subjects: z.array(named).optional(),
  infoSources: z
    .array(z.strictObject({ name: z.string().optional(), role: z.string().optional(), uri: uri.optional() }))
    .optional(),
  by: z.string().optional(),
  slugline: z.string().optional(),
  renditions: z.array(rendition).optional(),
  altIds: z.array(z.strictObject({ role: z.string().optional(), value: z.string().optional() })).optional(),
  standard: z
    .strictObject({ name: z.string().optional(), version: z.string().optional(), schema: uri.optional() })
    .optional(),
};

/** An associated object needs a name and takes every property of ninjs. */
const association = z.strictObject({ ...properties, name: z.string(), rel: z.string().optional() });

export const ninjsSchema = z.strictObject({
  ...properties,
  associations: z.array(association).optional(),
});
