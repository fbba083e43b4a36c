import { cropRatios, type Crop, type CropBox, type FocalPoint } from '@broadsheet/types';

export interface Rectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How a crop is cut: by hand, else around the focal point. */
export interface Cut {
  focal: FocalPoint;
  box: CropBox | null;
}

/**
 * The part of a picture that was chosen by hand, else the largest one with the crop's shape, as near to the focal
 * point's middle as the edges allow.
 */
export function cropRectangle(width: number, height: number, crop: Crop, { focal, box }: Cut): Rectangle {
  if (crop === 'full') return { left: 0, top: 0, width, height };
  const ratio = cropRatios[crop];
  if (box) {
    const cut = { width: Math.max(1, Math.min(Math.round(box.width * width), width)), height: 1 };
    cut.height = Math.max(1, Math.min(Math.round(cut.width / ratio), height));
    const left = Math.min(Math.round(box.x * width), width - cut.width);
    return { left, top: Math.min(Math.round(box.y * height), height - cut.height), ...cut };
  }
  const isWide = width / height > ratio;
  const cut = {
    width: isWide ? Math.max(1, Math.floor(height * ratio)) : width,
    height: isWide ? height : Math.max(1, Math.floor(width / ratio)),
  };
  const place = (point: number, whole: number, part: number) =>
    Math.round(Math.min(Math.max(point * whole - part / 2, 0), whole - part));
  return {
    left: place(focal.x, width, cut.width),
    top: place(focal.y, height, cut.height),
    ...cut,
  };
}
