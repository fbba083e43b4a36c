import {
  boxHeight,
  cropRatios,
  leastBoxWidth,
  type CropBox,
  type CutCrop,
  type FocalPoint,
} from '@broadsheet/types';

interface Size {
  width: number;
  height: number;
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
const rounded = (fraction: number) => Math.round(fraction * 10_000) / 10_000;

/** The widest part of a picture with the crop's shape. */
const widest = (crop: CutCrop, picture: Size): number =>
  Math.min(1, (cropRatios[crop] * picture.height) / picture.width);

/** Whether something is left to be chosen: the parts of a very long strip would be too small. */
export const mayCut = (crop: CutCrop, picture: Size): boolean => widest(crop, picture) >= leastBoxWidth;

/** The part that the library cuts of itself: the largest, the focal point as near to its middle as the edges allow. */
export function boxAround(point: FocalPoint, crop: CutCrop, picture: Size): CropBox {
  const width = widest(crop, picture);
  const height = boxHeight(width, crop, picture);
  return {
    x: clamp(point.x - width / 2, 0, 1 - width),
    y: clamp(point.y - height / 2, 0, 1 - height),
    width,
  };
}

/** The nearest box that lies within the picture. */
export function fitted({ x, y, width: wanted }: CropBox, crop: CutCrop, picture: Size): CropBox {
  const width = Math.floor(clamp(wanted, leastBoxWidth, widest(crop, picture)) * 10_000) / 10_000;
  const height = boxHeight(width, crop, picture);
  return {
    x: rounded(clamp(x, 0, Math.max(0, 1 - width))),
    y: rounded(clamp(y, 0, Math.max(0, 1 - height))),
    width,
  };
}

/**
 * What a key makes of a box: arrows move it by a hundredth of the picture, plus and minus change its size around its
 * middle, a tenth with Shift; null for other keys.
 */
export function boxByKey(
  box: CropBox,
  key: string,
  far: boolean,
  crop: CutCrop,
  picture: Size,
): CropBox | null {
  const step = far ? 0.1 : 0.01;
  const ways: Record<string, [x: number, y: number, width: number]> = {
    ArrowLeft: [-step, 0, 0],
    ArrowRight: [step, 0, 0],
    ArrowUp: [0, -step, 0],
    ArrowDown: [0, step, 0],
    '+': [0, 0, step],
    '=': [0, 0, step],
    '-': [0, 0, -step],
    _: [0, 0, -step],
  };
  if (!Object.hasOwn(ways, key)) return null;
  const [x, y, grows] = ways[key] ?? [0, 0, 0];
  const width = clamp(box.width + grows, leastBoxWidth, widest(crop, picture));
  const [wider, higher] = [width - box.width, boxHeight(width - box.width, crop, picture)];
  return fitted({ x: box.x + x - wider / 2, y: box.y + y - higher / 2, width }, crop, picture);
}
