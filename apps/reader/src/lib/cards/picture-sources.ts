import { renditionWidths, type Crop, type PublicPicture } from '@broadsheet/types';

const ratios: Record<Exclude<Crop, 'full'>, number> = { '3x2': 3 / 2, '16x9': 16 / 9 };
/** The width that browsers without srcset get. */
const usual = 640;

export interface PictureSources {
  src: string;
  srcset: string;
  /** The same files for browsers that read AVIF. */
  avif: string;
  /** Of the crop, in pixels. */
  width: number;
  height: number;
}

/** The files of one crop of a picture; none is asked for that is wider than the crop itself. */
export function pictureSources(picture: PublicPicture, crop: Crop): PictureSources {
  const ratio = crop === 'full' ? picture.width / picture.height : ratios[crop];
  const width = Math.floor(Math.min(picture.width, picture.height * ratio));
  const widths = renditionWidths.filter((each, index) => index === 0 || each <= width);
  const address = (each: number, format = 'webp') => `/media/${picture.keys[crop]}/${String(each)}.${format}`;
  const srcset = (format: string) =>
    widths.map((each) => `${address(each, format)} ${String(each)}w`).join(', ');
  return {
    src: address(widths.findLast((each) => each <= usual) ?? widths[0] ?? usual),
    srcset: srcset('webp'),
    avif: srcset('avif'),
    width,
    height: Math.round(width / ratio),
  };
}
