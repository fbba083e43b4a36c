import type { Rectangle } from './crop-rectangle.ts';
import type { EmbeddedWords } from './embedded-words.ts';

/** What is asked of the process that decodes pictures. Paths are of this machine. */
export type PictureTask =
  | { do: 'inspect'; path: string; limitInputPixels: number }
  | { do: 'rasterise'; path: string; to: string; limitInputPixels: number }
  | {
      do: 'cut';
      path: string;
      to: string;
      limitInputPixels: number;
      part: Rectangle;
      width: number;
      /** Null: as it follows from the width. */
      height: number | null;
      format: 'avif' | 'webp' | 'jpg';
      /** Empty where nobody is named. */
      rights: { creator: string; copyright: string };
    };

export interface PictureAnswer {
  width: number;
  height: number;
  /** The mean colour, as `#rrggbb`; null for what can be seen through. */
  tint: string | null;
  words: EmbeddedWords | null;
  /** In seconds, of one that moves; what is made of it is its first picture. */
  duration: number | null;
}
