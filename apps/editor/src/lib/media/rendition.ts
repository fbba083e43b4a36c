import { renditionWidths, type Crop, type Media, type RenditionWidth } from '@broadsheet/types';

/** The address of a picture for people of the newsroom, where only its id is known. */
export function staffRendition(mediaId: string, crop: Crop, width: RenditionWidth): string {
  return `/api/media/${mediaId}/${crop}/${width}.webp`;
}

type Known = Pick<Media, 'id' | 'version'>;

/** The same for a picture that is shown as it is now: with each change of it, as of its file, another address. */
export function currentRendition({ id, version }: Known, crop: Crop, width: RenditionWidth): string {
  return `${staffRendition(id, crop, width)}?version=${version}`;
}

/** Every width up to `widest`, for `srcset`. */
export function currentSrcset(picture: Known, crop: Crop, widest: RenditionWidth = 1280): string {
  return renditionWidths
    .filter((width) => width <= widest)
    .map((width) => `${currentRendition(picture, crop, width)} ${width}w`)
    .join(', ');
}
