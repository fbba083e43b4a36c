import type { FocalPoint, Language, LocalizedText, PictureLayout, Role } from '@broadsheet/types';

/** Text that must exist in all four languages; usable wherever a LocalizedText is wanted. */
export type InEveryLanguage = Readonly<Record<Language, string>> & LocalizedText;

/** A piece of text with its marks. `href` is an https address or starts with `/{lang}/`. */
export interface Run {
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
  highlight?: true;
  /** The language of the words, where it is not the article's. */
  lang?: string;
  href?: string;
}

/** One line of text: a plain string, or strings and marked runs that are read one after the other. */
export type RichText = string | readonly (string | Run)[];

/** A block of a body. A picture without a caption takes the one of its medium. */
export type Block =
  | { type: 'p'; text: RichText }
  | { type: 'h2' | 'h3' | 'h4'; text: string }
  | { type: 'ul' | 'ol'; items: readonly RichText[] }
  | { type: 'quote' | 'pull'; text: RichText; attribution: string }
  | { type: 'code'; text: string }
  | { type: 'picture'; media: MediaKey; caption?: string; layout?: PictureLayout }
  | { type: 'gallery'; title: string; items: readonly { media: MediaKey; caption: string }[] }
  | { type: 'video'; src: string; title: string; caption: string; poster: MediaKey; seconds: number }
  | { type: 'audio'; src: string; title: string; caption: string; seconds: number }
  | { type: 'embed'; address: string; title: string; caption: string }
  | { type: 'points'; items: readonly string[] }
  /** Terms and facts. */
  | { type: 'facts'; title: string; items: readonly (readonly [string, string])[] }
  /** Questions and answers. */
  | { type: 'qa'; items: readonly (readonly [string, string])[] }
  /** Rows; the first row and the first cell of each are headers. */
  | { type: 'table'; caption: string; items: readonly (readonly string[])[] }
  /** The key of a story that is older. */
  | { type: 'related'; story: string }
  /** Dated on the day of loading. */
  | { type: 'correction'; text: string; place: 'top' | 'foot' };

export type SectionKey =
  'politics' | 'economy' | 'society' | 'culture' | 'science' | 'nature' | 'travel' | 'opinion';

export type RegionKey = 'armenia' | 'georgia' | 'turkey' | 'iran' | 'azerbaijan' | 'central-asia';

export type TopicKey =
  'mountains' | 'rivers' | 'harvest' | 'cities' | 'music' | 'crafts' | 'animals' | 'schools';

export type AuthorKey =
  'tamar-elani' | 'davit-orun' | 'nare-solak' | 'leyla-sarvanli' | 'kamran-yazdar' | 'aigerim-taldy';

export type PersonKey = 'admin' | 'chief' | 'desk' | 'tamar' | 'davit' | 'leyla';

export type MediaKey =
  | 'bridge-cables'
  | 'dandelion-field'
  | 'dogs-at-window'
  | 'dragonfly-on-twig'
  | 'drum-and-bench'
  | 'fig-on-red-plate'
  | 'forest-stream'
  | 'mountain-meadow-autumn'
  | 'mountain-pass'
  | 'nuthatch-on-trunk'
  | 'paint-brushes'
  | 'sunrise-over-hills'
  | 'wall-clock';

export interface DemoSite {
  name: InEveryLanguage;
  tagline: InEveryLanguage;
  /** The footer's terms of reuse: plain text, at most 300 characters. */
  reuseTerms: InEveryLanguage;
  copyrightHolder: InEveryLanguage;
  /** Named as the source below each article. */
  sourceLine: InEveryLanguage;
  followHeading: InEveryLanguage;
  timeZone: string;
  defaultLanguage: Language;
  /** In the order of the language switch. */
  liveLanguages: readonly Language[];
  social: Readonly<Record<'x' | 'youtube' | 'instagram' | 'facebook' | 'telegram', string>>;
  apps: Readonly<Record<'appStore' | 'googlePlay', string>>;
}

export interface DemoSection {
  key: SectionKey;
  slug: string;
  names: InEveryLanguage;
}

export interface DemoRegion {
  key: RegionKey;
  slug: string;
  names: InEveryLanguage;
  /** The whole phrase above the region's rail, inflected as each language wants it. */
  railTitle: InEveryLanguage;
  order: number;
  inRail: boolean;
}

export interface DemoTopic {
  key: TopicKey;
  slug: string;
  names: InEveryLanguage;
}

export interface DemoAuthor {
  key: AuthorKey;
  slug: string;
  names: InEveryLanguage;
  /** The account behind the byline; some authors have none. */
  person?: PersonKey;
}

export interface DemoGrant {
  role: Role;
  sections: 'any' | readonly SectionKey[];
  regions: 'any' | readonly RegionKey[];
  languages: 'any' | readonly Language[];
}

export interface DemoPerson {
  key: PersonKey;
  email: string;
  name: string;
  /** The language of the person's own editor. */
  language: Language;
  grants: readonly DemoGrant[];
}

export interface DemoMedium {
  key: MediaKey;
  /** File name in the `pictures` folder beside `content`. */
  file: string;
  /** The photographer, as it must be printed. */
  credit: string;
  /** Short name of the licence, for example `CC BY-SA 4.0`. */
  licence: string;
  licenceUrl: string;
  alt: InEveryLanguage;
  caption: InEveryLanguage;
  /** What no crop may lose: fractions of the width and height, from the top left corner. */
  focalPoint: FocalPoint;
}

export interface DemoArticle {
  /** Latin letters, digits and hyphens in every language, at most 80; unique within a language. */
  slug: string;
  headline: string;
  standfirst: string;
  body: readonly Block[];
  /** Who writes or translates it; the person's grants cover the article. */
  writer: PersonKey;
  /** The status to end in. Nothing of the article is public unless it is `published`. */
  state: 'draft' | 'in_review' | 'approved' | 'scheduled' | 'published';
  /** For `scheduled`: when it is due, counted from the moment of loading. */
  inHours?: number;
  /** A text of at least 900 words; the others have 120 to 250. */
  isLong?: true;
  /** Where this language came later than the story's `hoursAgo`. */
  hoursAgo?: number;
}

export interface DemoStory {
  key: string;
  section: SectionKey;
  /** The first one is the label. */
  regions: readonly RegionKey[];
  topics: readonly TopicKey[];
  authors: readonly AuthorKey[];
  lead: MediaKey | null;
  /** Age at the moment of loading: of the publication, or of the last work on what is not published. */
  hoursAgo: number;
  /** The language it was written in; the others are translations of it, block by block in the same order. */
  original: Language;
  articles: Readonly<Partial<Record<Language, DemoArticle>>>;
}
