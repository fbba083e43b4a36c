import { z } from 'zod';
import { id, instant, lookedFor, pageOf, version } from './common.ts';
import { leastBoxWidth, type CutCrop } from './crop-boxes.ts';
import { language, localizedText, localizedUpTo } from './localized.ts';

/** The only widths, in CSS pixels, that a rendition is made in. */
export const renditionWidths = [320, 480, 640, 800, 960, 1280, 1920] as const;
export type RenditionWidth = (typeof renditionWidths)[number];
/** avif for pages, webp for browsers without it and for our own screens, jpg for feeds and link previews. */
export const renditionFormats = ['avif', 'webp', 'jpg'] as const;
/** `full` keeps the picture's shape; the others are cut by hand, or around the focal point. */
export const crops = ['full', '3x2', '16x9'] as const;
export const crop = z.enum(crops).meta({ id: 'Crop' });
export type Crop = z.infer<typeof crop>;

/** Fractions of width and height from the top left corner. */
export const focalPoint = z
  .strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
  .meta({ id: 'FocalPoint' });
export type FocalPoint = z.infer<typeof focalPoint>;

const share = z.number().min(0).max(1);
/** Within the picture, which the server sees to: see `isWithin`. */
const cropBox = z
  .strictObject({ x: share, y: share, width: z.number().min(leastBoxWidth).max(1) })
  .meta({ id: 'CropBox' });
/** What was cut by hand; null follows the focal point. */
export const cropBoxes = z
  .strictObject({ '3x2': cropBox.nullable(), '16x9': cropBox.nullable() } satisfies Record<CutCrop, unknown>)
  .meta({ id: 'CropBoxes' });
export type CropBoxes = z.infer<typeof cropBoxes>;

/** What a file of the library is. Only pictures have renditions; documents are for the newsroom's own use. */
export const mediaKinds = ['picture', 'video', 'audio', 'document'] as const;
export const mediaKind = z.enum(mediaKinds).meta({ id: 'MediaKind' });
export type MediaKind = z.infer<typeof mediaKind>;

const megabyte = 1024 * 1024;
/** Uploads larger than this, in bytes, are refused. */
export const mediaMaxBytes = 40 * megabyte;
/** Likewise, for each kind; what a file is shows only when it has come. */
export const mediaMaxBytesOf: Record<MediaKind, number> = {
  picture: mediaMaxBytes,
  document: mediaMaxBytes,
  audio: 200 * megabyte,
  video: 1024 * megabyte,
};
/** Pictures with more pixels than this are refused before they are decoded. */
export const mediaMaxPixels = 80_000_000;

/** Rights that end within so many days are warned of. */
export const rightsWarningDays = 30;

/** The longest words of a file in one language, in characters. Agencies tell whole stories in a caption. */
export const mediaWordsMax = { headline: 300, alt: 300, caption: 1000 } as const;
const caption = localizedUpTo(mediaWordsMax.caption).meta({ id: 'LocalizedCaption' });

const keywords = z.array(z.string().trim().min(1).max(60)).max(40);

export const media = z
  .object({
    id,
    kind: mediaKind,
    filename: z.string(),
    mimeType: z.string(),
    bytes: z.int(),
    /** In pixels, after EXIF orientation; 0 for what is not seen. */
    width: z.int(),
    height: z.int(),
    /** In seconds, of videos and audio, and of pictures that move: pages show the first of these alone. Null where nobody knows. */
    duration: z.int().nullable(),
    headline: localizedText,
    alt: localizedText,
    caption,
    credit: z.string(),
    creator: z.string(),
    copyright: z.string(),
    licence: z.string(),
    keywords,
    /** When it was taken, as its camera says. */
    takenAt: instant.nullable(),
    /** The last day on which it may be published; null for ever. */
    rightsEnd: z.iso.date().nullable(),
    /** Whether the original says where it was taken; what readers get never does. */
    hasPlace: z.boolean(),
    focalPoint,
    cropBoxes,
    uploadedBy: z.object({ id, name: z.string() }),
    createdAt: instant,
    /** What the person who asked may do: `change` is its words, cuts and file, and taking it away. */
    may: z.object({ change: z.boolean() }),
    version,
  })
  .meta({ id: 'Media' });
export type Media = z.infer<typeof media>;
export const mediaPage = pageOf(media).meta({ id: 'MediaPage' });
export type MediaPage = z.infer<typeof mediaPage>;
/** What one article uses, all of it. */
export const mediaList = z.object({ items: z.array(media) }).meta({ id: 'MediaList' });
export type MediaList = z.infer<typeof mediaList>;

/** `known`: an end is set; `ending`: within the days of a warning, and not yet; `ended`: no longer to be published. */
export const rightsFilters = ['ended', 'ending', 'known', 'endless'] as const;

export const mediaListQuery = z.strictObject({
  search: lookedFor(100).optional(),
  kind: mediaKind.optional(),
  /** Who sent it. */
  uploader: z.union([z.literal('me'), id]).optional(),
  /** Days of the upload, in the site's time zone. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  rights: z.enum(rightsFilters).optional(),
  used: z.enum(['yes', 'no']).optional(),
  /** Pictures without alt text in this language, or in any of the site's. */
  noAlt: z.union([z.literal('any'), language]).optional(),
  cursor: z.string().max(200).optional(),
});
export type MediaListQuery = z.infer<typeof mediaListQuery>;

/** The picture as it is now is sent whatever is said here; a page says it to have another address for each version. */
export const staffRenditionQuery = z.strictObject({ version: z.coerce.number().int().optional() });
export type StaffRenditionQuery = z.infer<typeof staffRenditionQuery>;

/** A picture that stands on another site; the server fetches it. Words that its page has for it go with it. */
export const mediaFromAddress = z
  .strictObject({
    address: z.string().min(1).max(4096),
    articleId: id.optional(),
    alt: z.string().trim().max(1000).optional(),
    caption: z.string().trim().max(mediaWordsMax.caption).optional(),
  })
  .meta({ id: 'MediaFromAddress' });
export type MediaFromAddress = z.infer<typeof mediaFromAddress>;

/** How many files a person sees, and how many of them ask for something. */
export const mediaCounts = z
  .object({ all: z.int(), noAlt: z.int(), rightsEnded: z.int(), rightsEnding: z.int() })
  .meta({ id: 'MediaCounts' });
export type MediaCounts = z.infer<typeof mediaCounts>;

export const mediaUpdate = z
  .strictObject({
    headline: localizedText.optional(),
    alt: localizedText.optional(),
    caption: caption.optional(),
    credit: z.string().trim().max(200).optional(),
    creator: z.string().trim().max(200).optional(),
    copyright: z.string().trim().max(200).optional(),
    licence: z.string().trim().max(100).optional(),
    keywords: keywords.optional(),
    rightsEnd: z.iso.date().nullable().optional(),
    focalPoint: focalPoint.optional(),
    cropBoxes: cropBoxes.partial().optional(),
    version,
  })
  .meta({ id: 'MediaUpdate' });
export type MediaUpdate = z.infer<typeof mediaUpdate>;

/** A place where a file is used. `published` is the address of a page that shows it to readers now. */
export const mediaUse = z
  .object({
    storyId: id,
    articleId: id,
    language,
    headline: z.string(),
    isLead: z.boolean(),
    published: z.string().nullable(),
  })
  .meta({ id: 'MediaUse' });
export type MediaUse = z.infer<typeof mediaUse>;

/** `hidden` counts the uses in stories that the person may not read. */
export const mediaUses = z.object({ uses: z.array(mediaUse), hidden: z.int() }).meta({ id: 'MediaUses' });
export type MediaUses = z.infer<typeof mediaUses>;

/** Makes a file that has come whole part of the library. */
export const uploadFinish = z
  .strictObject({
    /** The article that it is for: whoever covers its story may see it. */
    articleId: id.optional(),
    /** `ask`: what the library holds already is named and nothing is kept yet; `keep`: it is kept all the same. */
    onDuplicate: z.enum(['ask', 'keep']).default('keep'),
  })
  .meta({ id: 'UploadFinish' });
export type UploadFinish = z.infer<typeof uploadFinish>;

/** Either what was made of the file, or what of the library has the same content. */
export const uploadOutcome = z
  .object({ media: media.nullable(), duplicates: z.array(media) })
  .meta({ id: 'UploadOutcome' });
export type UploadOutcome = z.infer<typeof uploadOutcome>;

/** Puts a file that has come whole in the place of another, wherever that is shown. */
export const mediaReplacement = z
  .strictObject({ uploadId: z.string().regex(/^[0-9a-f-]{36}$/), version })
  .meta({ id: 'MediaReplacement' });
export type MediaReplacement = z.infer<typeof mediaReplacement>;
