import {
  correctionsOf,
  headlineText,
  outlineOf,
  pictureIds,
  recordingIds,
  relatedStoryIds,
  renderHtml,
  renderMarkdown,
  renderStandfirst,
  renderText,
  standfirstText,
  countWords,
  type RenderContext,
} from '@broadsheet/document/render';
import type {
  ContentType,
  Language,
  LocalizedText,
  PublicArticle,
  PublicAuthor,
  PublicNamed,
} from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import type { FrozenRevision } from '../revisions/freeze.ts';
import {
  loadPictures,
  loadRecordings,
  toPublicPicture,
  toRenderable,
  type ArticlePicture,
} from './article-pictures.ts';

/** All that readers get of a revision, but for its address and its dates. */
export interface RenderedArticle {
  headline: string;
  standfirst: string;
  /** Empty where it would be the words alone. */
  standfirstHtml: string;
  html: string;
  text: string;
  markdown: string;
  wordCount: number;
  seoTitle: string;
  seoDescription: string;
  summary: string;
  contentType: ContentType;
  canonicalUrl: string | null;
  isSyndicated: boolean;
  source: PublicArticle['source'];
  priority: number;
  sectionId: string | null;
  regionIds: string[];
  topicIds: string[];
  authorIds: string[];
  topics: PublicNamed[];
  authors: PublicAuthor[];
  picture: ReturnType<typeof toPublicPicture> | null;
  corrections: PublicArticle['corrections'];
  outline: PublicArticle['outline'];
  /** Their links are not in `html` yet. */
  relatedStoryIds: string[];
  mediaKeys: string[];
  mediaVersions: Record<string, number>;
}

/** The pictures that a revision shows: its lead and those of its text. */
export const picturesOf = (
  queries: Pick<EntityManager, 'query'>,
  { content, metadata }: Pick<FrozenRevision, 'content' | 'metadata'>,
  language: Language,
): Promise<Map<string, ArticlePicture>> => {
  const ids = pictureIds(content.body);
  return loadPictures(queries, metadata.leadMediaId ? [metadata.leadMediaId, ...ids] : ids, language);
};

/**
 * Renders a revision for readers. A picture that is not in the map is left out: publishing has refused that before,
 * a preview may show the rest. `keyPrefix` goes before every picture's key in addresses, but not in `mediaKeys`.
 */
export async function renderArticle(
  queries: Pick<EntityManager, 'query'>,
  { content, metadata }: Pick<FrozenRevision, 'content' | 'metadata'>,
  language: Language,
  pictures: ReadonlyMap<string, ArticlePicture>,
  keyPrefix = '',
): Promise<RenderedArticle> {
  const text = renderText(content.body);
  const authorIds = [...new Set(metadata.authors.map(({ authorId }) => authorId))];
  const authors = await named(queries, 'author', authorIds, language);
  const lead = metadata.leadMediaId ? pictures.get(metadata.leadMediaId) : undefined;
  const recordings = await loadRecordings(queries, recordingIds(content.body));
  const inBody = pictureIds(content.body).flatMap((id) => pictures.get(id) ?? []);
  const context: RenderContext = {
    language,
    picture: (id) => {
      const picture = pictures.get(id);
      return picture ? toRenderable(picture, keyPrefix) : null;
    },
    recording: (id) => {
      const found = recordings.find((each) => each.id === id);
      return found ? `/media/${keyPrefix}${found.key}/${found.file}` : null;
    },
  };
  return {
    headline: headlineText(content.headline),
    standfirst: standfirstText(content.standfirst),
    standfirstHtml: content.standfirst.some(({ marks }) => (marks ?? []).length > 0)
      ? renderStandfirst(content.standfirst)
      : '',
    html: renderHtml(content.body, context),
    text,
    markdown: renderMarkdown(content.body, context),
    wordCount: countWords(text),
    seoTitle: metadata.seoTitle,
    seoDescription: metadata.seoDescription,
    summary: metadata.summary,
    contentType: metadata.contentType,
    canonicalUrl: metadata.canonicalUrl,
    isSyndicated: metadata.canonicalUrl !== null,
    source: metadata.sourceName ? { name: metadata.sourceName, url: metadata.sourceUrl } : null,
    priority: metadata.priority,
    sectionId: metadata.sectionId,
    regionIds: metadata.regionIds,
    topicIds: metadata.topicIds,
    authorIds,
    topics: await named(queries, 'topic', metadata.topicIds, language),
    authors: metadata.authors.flatMap(({ authorId, role }) => {
      const author = authors.find(({ id }) => id === authorId);
      return author ? [{ ...author, role }] : [];
    }),
    picture: lead ? toPublicPicture(lead, keyPrefix) : null,
    corrections: correctionsOf(content.body),
    outline: outlineOf(content.body),
    relatedStoryIds: relatedStoryIds(content.body),
    mediaKeys: [
      ...new Set([
        ...(lead ? Object.values(lead.keys) : []),
        ...inBody.map((each) => each.keys.full),
        ...recordings.map(({ key }) => key),
      ]),
    ],
    mediaVersions: Object.fromEntries(
      [...pictures.values(), ...recordings].map(({ id, version }) => [id, version]),
    ),
  };
}

/** Topics or authors in their order; one without a name in the language is not shown there. */
async function named(
  queries: Pick<EntityManager, 'query'>,
  table: 'topic' | 'author',
  ids: string[],
  language: Language,
): Promise<PublicNamed[]> {
  if (ids.length === 0) return [];
  const rows: { id: string; slug: string; names: LocalizedText }[] = await queries.query(
    `select id, slug, names from ${table} where id = any($1::uuid[]) order by array_position($1::uuid[], id)`,
    [ids],
  );
  return rows.flatMap(({ id, slug, names }) => {
    const name = names[language];
    return name ? [{ id, slug, name }] : [];
  });
}
