import { z } from 'zod';
import { articleSummary, articleStatus } from './articles.ts';
import { id, instant, lookedFor, pageOf, version } from './common.ts';
import { language } from './localized.ts';

/** What kind of piece a story is: readers and search engines are told what is not plain news. */
export const contentTypes = ['news', 'analysis', 'opinion', 'interview', 'live'] as const;
export const contentType = z.enum(contentTypes).meta({ id: 'ContentType' });
export type ContentType = z.infer<typeof contentType>;

/** One piece of news, whatever its languages: what they share. */
export const story = z
  .object({
    id,
    sectionId: id.nullable(),
    /** The first is the story's label. */
    regionIds: z.array(id),
    topicIds: z.array(id),
    leadMediaId: id.nullable(),
    /** 1 is the most important, 5 the least. */
    priority: z.int().min(1).max(5),
    contentType,
    /** For the desk alone; it reaches no reader. */
    notes: z.string(),
    createdBy: z.object({ id, name: z.string() }),
    createdAt: instant,
    updatedAt: instant,
    articles: z.array(articleSummary),
    /** What the person who asked may do with the shared fields. */
    may: z.object({ edit: z.boolean(), startLanguages: z.array(language) }),
    version,
    /** The name of who made this version; null for a new one. */
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'Story' });
export type Story = z.infer<typeof story>;
export const storyPage = pageOf(story).meta({ id: 'StoryPage' });
export type StoryPage = z.infer<typeof storyPage>;

export const storyListQuery = z.strictObject({
  search: lookedFor(200).optional(),
  /** Words of a headline, in any language. */
  headline: lookedFor(200).optional(),
  status: articleStatus.optional(),
  language: language.optional(),
  section: id.optional(),
  region: id.optional(),
  mine: z.stringbool().optional(),
  sort: z.enum(['updated', 'created']).default('updated'),
  cursor: z.string().max(300).optional(),
});
export type StoryListQuery = z.infer<typeof storyListQuery>;

export const createStoryInput = z
  .strictObject({
    language,
    sectionId: id.nullable().default(null),
    regionIds: z.array(id).max(20).default([]),
  })
  .meta({ id: 'CreateStoryInput' });
export type CreateStoryInput = z.infer<typeof createStoryInput>;

export const updateStoryInput = z
  .strictObject({
    version,
    sectionId: id.nullable().optional(),
    regionIds: z.array(id).max(20).optional(),
    topicIds: z.array(id).max(30).optional(),
    leadMediaId: id.nullable().optional(),
    priority: z.int().min(1).max(5).optional(),
    contentType: contentType.optional(),
    notes: z.string().trim().max(4000).optional(),
  })
  .meta({ id: 'UpdateStoryInput' });
export type UpdateStoryInput = z.infer<typeof updateStoryInput>;

/** Starts another language of a story; with `from`, the text of that language is its seed. */
export const startLanguageInput = z
  .strictObject({ language, from: language.optional() })
  .meta({ id: 'StartLanguageInput' });
export type StartLanguageInput = z.infer<typeof startLanguageInput>;
