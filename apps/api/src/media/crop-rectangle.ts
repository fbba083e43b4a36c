import { cropRatios, type Crop, type FocalPoint } from '@broadsheet/types';

export interface Rectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The largest part of a picture with the crop's shape, as near to the focal point's middle as the edges allow. */
export function cropRectangle(width: number, height: number, crop: Crop, focal: FocalPoint): Rectangle {
  if (crop === 'full') return { left: 0, top: 0, width, height };
  const ratio = cropRatios[crop];
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
