import type { Crop, RenditionWidth } from '@broadsheet/types';

/** Where the staff sees a picture of the library. */
export function staffRendition(mediaId: string, crop: Crop, width: RenditionWidth): string {
  return `/api/media/${mediaId}/${crop}/${width}.webp`;
}
