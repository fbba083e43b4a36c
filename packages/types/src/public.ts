import { z } from 'zod';
import { authorRole } from './articles.ts';
import { id, instant, slug, webAddress } from './common.ts';
import { problem } from './errors.ts';
import { language, localizedText } from './localized.ts';
import { crawlerSettings, siteTexts } from './settings.ts';
import { contentType } from './stories.ts';

/** A picture of a published article. Addresses: `/media/{key}/{width}.{avif|webp|jpg}`, one key per crop. */
export const publicPicture = z
  .object({
    keys: z.object({ full: z.string(), '3x2': z.string(), '16x9': z.string() }),
    /** Of the whole picture, in pixels; no rendition is wider. */
    width: z.int(),
    height: z.int(),
    /** Its mean colour; none for what can be seen through, and for what was published before there were colours. */
    tint: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .nullish(),
    alt: z.string(),
    caption: z.string(),
    credit: z.string(),
    licence: z.string(),
  })
  .meta({ id: 'PublicPicture' });
export type PublicPicture = z.infer<typeof publicPicture>;

/** An article in a list. */
export const publicCard = z
  .object({
    id,
    storyId: id,
    language,
    slug,
    headline: z.string(),
    standfirst: z.string(),
    sectionId: id.nullable(),
    regionIds: z.array(id),
    /** Of those who wrote it. */
    authorNames: z.array(z.string()),
    picture: publicPicture.nullable(),
    /** 1 is the most important, 5 the least, as it was at the publication. */
    priority: z.int().min(1).max(5),
    wordCount: z.int(),
    contentType,
    publishedAt: instant,
    /** When the text, headline or standfirst changed last. */
    modifiedAt: instant,
  })
  .meta({ id: 'PublicCard' });
export type PublicCard = z.infer<typeof publicCard>;

/**
 * A page of a list, newest first. `older` is the cursor of the next page; `newer` of the page before, null on the first
 * page and on the one after it.
 */
export const publicList = z
  .object({ items: z.array(publicCard), older: z.string().nullable(), newer: z.string().nullable() })
  .meta({ id: 'PublicList' });
export type PublicList = z.infer<typeof publicList>;

export const publicListQuery = z.strictObject({
  section: id.optional(),
  region: id.optional(),
  topic: id.optional(),
  author: id.optional(),
  limit: z.coerce.number().int().min(1).max(60).default(20),
  older: z.string().max(200).optional(),
  newer: z.string().max(200).optional(),
});
export type PublicListQuery = z.infer<typeof publicListQuery>;

export const publicNamed = z.object({ id, slug, name: z.string() });
export type PublicNamed = z.infer<typeof publicNamed>;

/** A name in a byline; who did two things stands there twice. */
export const publicAuthor = publicNamed.extend({ role: authorRole });
export type PublicAuthor = z.infer<typeof publicAuthor>;

/** Where a version of a story stands. */
export const publicAddress = z.object({ language, slug });
export type PublicAddress = z.infer<typeof publicAddress>;

/** A version of a story; one that is syndicated has its original elsewhere. */
export const publicTranslation = publicAddress.extend({ isSyndicated: z.boolean() });
export type PublicTranslation = z.infer<typeof publicTranslation>;

/** The problem of an article that was taken down, with the languages in which its story is still published. */
export const publicGone = problem
  .extend({ translations: z.array(publicTranslation) })
  .meta({ id: 'PublicGone' });
export type PublicGone = z.infer<typeof publicGone>;

export const publicArticle = publicCard
  .extend({
    /** Rendered by the one renderer at publication; safe to embed as it is. */
    html: z.string(),
    /** `standfirst` with its emphasis, languages and links, in the same way; empty where it has none. */
    standfirstHtml: z.string(),
    seoTitle: z.string(),
    seoDescription: z.string(),
    topics: z.array(publicNamed),
    /** In the order of the byline. */
    authors: z.array(publicAuthor),
    /** For machines; empty where nobody wrote one. */
    summary: z.string(),
    /** Where the original of a syndicated piece stands; null for one of our own. */
    canonicalUrl: webAddress.nullable(),
    /** Whom it was taken from; null for our own reporting. */
    source: z.object({ name: z.string(), url: webAddress.nullable() }).nullable(),
    /** What was wrong before, in the order of the text; shown in `html` too. `at` is a day: YYYY-MM-DD. */
    corrections: z.array(z.object({ at: z.iso.date(), text: z.string() })),
    /** The headings of the text; `id` is the anchor of each in `html`. */
    outline: z.array(z.object({ id: z.string(), level: z.literal([2, 3, 4]), text: z.string() })),
    /** Other stories that the text leads to, and their article in this language while it is published. */
    relatedStories: z.array(
      z.object({ storyId: id, article: z.object({ id, slug, headline: z.string() }).nullable() }),
    ),
    /** The published articles of the same story, this one included. */
    translations: z.array(publicTranslation),
    /** The version that this one was translated from, while it is published. */
    basedOn: publicAddress.extend({ id }).nullable(),
    /** Version of the picture that is drawn for link previews: `/card/{article id}/{card}.png`. */
    card: z.string(),
  })
  .meta({ id: 'PublicArticle' });
export type PublicArticle = z.infer<typeof publicArticle>;

/** What a preview link shows, in the shape of a published article: a draft, or a version as readers had it. */
export const publicPreview = z
  .object({ article: publicArticle, state: z.enum(['draft', 'past']) })
  .meta({ id: 'PublicPreview' });
export type PublicPreview = z.infer<typeof publicPreview>;

export const publicSection = z.object({ id, slug, names: localizedText });
export const publicRegion = z.object({
  id,
  slug,
  names: localizedText,
  railTitles: localizedText,
  inRail: z.boolean(),
});
export type PublicSection = z.infer<typeof publicSection>;
export type PublicRegion = z.infer<typeof publicRegion>;

/** What every page needs: settings, sections and regions in their order. */
export const publicSite = z
  .object({
    timeZone: z.string(),
    defaultLanguage: language,
    liveLanguages: z.array(language),
    texts: z.record(language, siteTexts),
    showViews: z.boolean(),
    feedFullText: z.boolean(),
    crawlers: crawlerSettings,
    /** Versions of the icons that are drawn with each language's name: `/icon/{language}/{version}/{size}.png`. */
    icons: z.record(language, z.string()),
    sections: z.array(publicSection),
    regions: z.array(publicRegion),
  })
  .meta({ id: 'PublicSite' });
export type PublicSite = z.infer<typeof publicSite>;

/** A topic's or author's page head, and the live languages in which something of it is published. */
export const publicTerm = z
  .object({ id, slug, names: localizedText, languages: z.array(language) })
  .meta({ id: 'PublicTerm' });
export type PublicTerm = z.infer<typeof publicTerm>;

/** Those of which anything is published, by slug; `next` is the `after` of the next page. */
export const publicTermPage = z
  .object({ items: z.array(publicTerm), next: slug.nullable() })
  .meta({ id: 'PublicTermPage' });
export type PublicTermPage = z.infer<typeof publicTermPage>;

export const publicTermQuery = z.strictObject({ after: slug.optional() });
export type PublicTermQuery = z.infer<typeof publicTermQuery>;

/** A path that moved: 301 to `to`. */
export const publicRedirect = z.object({ to: z.string() }).meta({ id: 'PublicRedirect' });
export type PublicRedirect = z.infer<typeof publicRedirect>;

/**
 * One line of the change feed (`GET /api/changes?after=N`, server-sent events, id = number). Delivered at least once.
 * Keys: `site` · `article:{id}` · `story:{id}` · `card:{articleId}` (withdrawn or shown differently in lists) ·
 * `gone:{articleId}` (withdrawn) · `media:{key}` ·
 * `list:{language}:home`, `list:{language}:section:{id}`, `…:region:{id}`, `…:topic:{id}`, `…:author:{id}`.
 */
export const change = z
  .object({ number: z.int(), keys: z.array(z.string()), at: instant })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof change>;
