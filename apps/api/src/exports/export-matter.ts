import type { RelatedLink } from '@broadsheet/document/render';
import type { ArticleContent, Language } from '@broadsheet/types';

/** A picture as an exported file shows it. */
export interface ExportPicture {
  id: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  /** With the licence. */
  credit: string;
  /** JPEG; null where it can't be read, or the format only names it. */
  bytes: Buffer | null;
  /** Where it can be looked at: on the site if it is published, else in the library. */
  address: string;
}

/** All of an article that an exported file holds. */
export interface ExportMatter {
  content: ArticleContent;
  language: Language;
  headline: string;
  authors: string[];
  leadMediaId: string | null;
  pictures: ReadonlyMap<string, ExportPicture>;
  /** Where each recording of the library can be played: on the site if it is published, else in the newsroom. */
  recordings: ReadonlyMap<string, string>;
  /** Each story that the text leads to. */
  related: ReadonlyMap<string, RelatedLink>;
  /** Of the article on the site, or of its page in the newsroom while nobody else sees it. */
  source: string;
}
