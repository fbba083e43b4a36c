import { z } from 'zod';
import { blockAttrs, inline, shortLine } from './document-inline.ts';
import { isSafeHref } from './plain-checks.ts';
import { parseEmbed } from './embeds.ts';

/** Text under a picture, written together like any other; empty means the caption kept with the picture. */
export const caption = z
  .strictObject({ type: z.literal('caption'), content: z.array(inline).optional() })
  .meta({ id: 'Caption' });
export type Caption = z.infer<typeof caption>;

/** To the measure of the text, to the edge of its columns, or beyond it as far as the page allows. */
export const pictureLayouts = ['inline', 'wide', 'full'] as const;
export type PictureLayout = (typeof pictureLayouts)[number];

/** A use of a picture. `alt` and `credit` of null mean: as kept with the picture; `layout` of null: wide. */
export const picture = z
  .strictObject({
    type: z.literal('picture'),
    attrs: blockAttrs.extend({
      mediaId: z.uuid(),
      alt: z.string().max(1000).nullable(),
      credit: shortLine,
      layout: z.enum(pictureLayouts).nullish(),
    }),
    content: z.array(caption).length(1),
  })
  .meta({ id: 'Picture' });
export type Picture = z.infer<typeof picture>;

/** How many pictures a gallery needs and takes before it may be published; a draft may have any number. */
export const galleryPictures = { least: 2, most: 20 } as const;

/** Pictures that are looked at one after the other, each with its own caption and credit. */
export const gallery = z
  .strictObject({
    type: z.literal('gallery'),
    attrs: blockAttrs.extend({ title: shortLine }),
    content: z.array(picture).min(1),
  })
  .meta({ id: 'Gallery' });
export type Gallery = z.infer<typeof gallery>;

/** A file on another server: https, because the page is. */
export const isFileAddress = (address: string): boolean =>
  isSafeHref(address) && address.startsWith('https://') && URL.canParse(address);

const recording = blockAttrs.extend({
  /** Empty for a recording of the library. */
  src: z.string().refine((src) => src === '' || isFileAddress(src), 'Recordings have https addresses.'),
  /** The recording of the library that is played; it goes before `src`. */
  mediaId: z.uuid().nullish(),
  title: shortLine,
  /** In seconds; null where nobody knows. */
  duration: z
    .int()
    .min(0)
    .max(24 * 60 * 60)
    .nullable(),
});

/** A film by its address, or from the library. `posterId` is the picture shown before it is played. */
export const video = z
  .strictObject({
    type: z.literal('video'),
    attrs: recording.extend({ posterId: z.uuid().nullable() }),
    content: z.array(caption).length(1),
  })
  .meta({ id: 'Video' });
export type Video = z.infer<typeof video>;

export const audio = z
  .strictObject({ type: z.literal('audio'), attrs: recording, content: z.array(caption).length(1) })
  .meta({ id: 'Audio' });
export type Audio = z.infer<typeof audio>;

/** A post or recording of one of the sites in `embeds.ts`; which one, its address says. */
export const embed = z
  .strictObject({
    type: z.literal('embed'),
    attrs: blockAttrs.extend({
      address: z.string().refine((address) => parseEmbed(address) !== null, 'No site that can be embedded.'),
      title: shortLine,
    }),
    content: z.array(caption).length(1),
  })
  .meta({ id: 'Embed' });
export type Embed = z.infer<typeof embed>;
