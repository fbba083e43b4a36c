import { z } from 'zod';
import { id, instant, pageOf, version } from './common.ts';
import { localizedText } from './languages.ts';

/** The only widths, in CSS pixels, that a rendition is made in. */
export const renditionWidths = [320, 480, 640, 800, 960, 1280, 1920] as const;
export type RenditionWidth = (typeof renditionWidths)[number];
/** avif for pages, webp for browsers without it and for our own screens, jpg for feeds and link previews. */
export const renditionFormats = ['avif', 'webp', 'jpg'] as const;
/** `full` keeps the picture's shape; the others are cut around the focal point. */
export const crops = ['full', '3x2', '16x9'] as const;
export const crop = z.enum(crops).meta({ id: 'Crop' });
export type Crop = z.infer<typeof crop>;

/** Fractions of width and height from the top left corner. */
export const focalPoint = z
  .strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
  .meta({ id: 'FocalPoint' });
export type FocalPoint = z.infer<typeof focalPoint>;

/** Uploads larger than this, in bytes, are refused. */
export const mediaMaxBytes = 40 * 1024 * 1024;
/** Pictures with more pixels than this are refused before they are decoded. */
export const mediaMaxPixels = 100_000_000;

export const media = z
  .object({
    id,
    filename: z.string(),
    mimeType: z.string(),
    bytes: z.int(),
    /** In pixels, after EXIF orientation. */
    width: z.int(),
    height: z.int(),
    alt: localizedText,
    caption: localizedText,
    credit: z.string(),
    licence: z.string(),
    focalPoint,
    uploadedBy: z.object({ id, name: z.string() }),
    createdAt: instant,
    version,
  })
  .meta({ id: 'Media' });
export type Media = z.infer<typeof media>;
export const mediaPage = pageOf(media).meta({ id: 'MediaPage' });
export type MediaPage = z.infer<typeof mediaPage>;

export const mediaListQuery = z.strictObject({
  search: z.string().trim().max(100).optional(),
  cursor: z.string().max(200).optional(),
});
export type MediaListQuery = z.infer<typeof mediaListQuery>;

/** A picture that stands on another site; the server fetches it. Words that its page has for it go with it. */
export const mediaFromAddress = z
  .strictObject({
    address: z.string().min(1).max(4096),
    articleId: id.optional(),
    alt: z.string().trim().max(1000).optional(),
    caption: z.string().trim().max(1000).optional(),
  })
  .meta({ id: 'MediaFromAddress' });
export type MediaFromAddress = z.infer<typeof mediaFromAddress>;

export const mediaUpdate = z
  .strictObject({
    alt: localizedText.optional(),
    caption: localizedText.optional(),
    credit: z.string().trim().max(200).optional(),
    licence: z.string().trim().max(100).optional(),
    focalPoint: focalPoint.optional(),
    version,
  })
  .meta({ id: 'MediaUpdate' });
export type MediaUpdate = z.infer<typeof mediaUpdate>;
