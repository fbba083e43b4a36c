/** What is cut of a picture, beside the whole of it: width by height. Nothing else ever is. */
export const cropRatios = { '3x2': 3 / 2, '16x9': 16 / 9 } as const;
export type CutCrop = keyof typeof cropRatios;
export const cutCrops = Object.keys(cropRatios) as CutCrop[];

/**
 * A part of a picture that was chosen by hand: its upper left corner and its width, as fractions of the picture's.
 * Its height follows from the crop's shape.
 */
export interface CropBox {
  x: number;
  y: number;
  width: number;
}

/** The narrowest part that is cut, as a fraction of the picture's width. */
export const leastBoxWidth = 0.1;

/** The height of a box of this width, as a fraction of the picture's. */
export const boxHeight = (width: number, crop: CutCrop, picture: { width: number; height: number }): number =>
  (width * picture.width) / cropRatios[crop] / picture.height;

/** What a hand can't help: a thousandth. */
const slack = 0.001;

/** Whether a box lies within the picture. */
export const isWithin = (box: CropBox, crop: CutCrop, picture: { width: number; height: number }): boolean =>
  box.x + box.width <= 1 + slack && box.y + boxHeight(box.width, crop, picture) <= 1 + slack;
