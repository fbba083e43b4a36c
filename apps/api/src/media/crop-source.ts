import type { Crop, CropBox } from '@broadsheet/types';

/** One crop of a picture, with all that its cut depends on. */
export interface CropSource {
  key: string;
  mediaId: string;
  crop: Crop | 'file';
  focalX: number;
  focalY: number;
  /** What was cut by hand. */
  box: CropBox | null;
  width: number;
  height: number;
  /** The name of the original in the store. */
  file: string;
  mimeType: string;
  filename: string;
  creator: string;
  credit: string;
  copyright: string;
}
