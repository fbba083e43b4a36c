import { renditionWidths, type Crop, type PublicPicture } from '@broadsheet/types';

const ratios: Record<Exclude<Crop, 'full'>, number> = { '3x2': 3 / 2, '16x9': 16 / 9 };

/** A picture as one JPEG: what machines take. */
export interface PictureFile {
  path: string;
  width: number;
  height: number;
}

/** The largest JPEG of a crop that is no wider than this, nor than the crop itself. */
export function pictureFile(picture: PublicPicture, crop: Crop, upTo = 1280): PictureFile {
  const ratio = crop === 'full' ? picture.width / picture.height : ratios[crop];
  const whole = Math.floor(Math.min(picture.width, picture.height * ratio));
  const width = renditionWidths.findLast((each) => each <= Math.min(upTo, whole)) ?? renditionWidths[0];
  const shown = Math.min(width, whole);
  return {
    path: `/media/${picture.keys[crop]}/${String(width)}.jpg`,
    width: shown,
    height: Math.max(1, Math.round(shown / ratio)),
  };
}
