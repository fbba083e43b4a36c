import type { Language } from '@broadsheet/types';
import type { RenderablePicture } from './render-picture.ts';

/** What rendering needs beside the text. */
export interface RenderContext {
  language: Language;
  /**
   * Looks up a picture of the text. Null leaves the picture out, which suits a draft; publishing should
   * pass a lookup that throws, so that no picture is lost without a word.
   */
  picture: (mediaId: string) => RenderablePicture | null;
  /** The address of a recording of the library; null or no function leaves it out. */
  recording?: (mediaId: string) => string | null;
  /** Another story as a link, for what is a file of its own; without it, links are put in when the text is read. */
  related?: (storyId: string) => RelatedLink | null;
}

export interface RelatedLink {
  headline: string;
  address: string;
}
