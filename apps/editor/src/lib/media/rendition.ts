import { renditionWidths, type Crop, type RenditionWidth } from '@broadsheet/types';

/** The address of a picture for people of the newsroom. */
export function staffRendition(mediaId: string, crop: Crop, width: RenditionWidth): string {
  return `/api/media/${mediaId}/${crop}/${width}.webp`;
}

/** Every width up to `widest`, for `srcset`. */
export function staffSrcset(mediaId: string, crop: Crop, widest: RenditionWidth = 1280): string {
  return renditionWidths
    .filter((width) => width <= widest)
    .map((width) => `${staffRendition(mediaId, crop, width)} ${width}w`)
    .join(', ');
}
