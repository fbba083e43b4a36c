import { isDeepStrictEqual } from 'node:util';
import type {
  ArticleAuthor,
  ArticleStatus,
  CheckCode,
  ContentType,
  Language,
  RevisionMetadata,
  WorkflowStep,
} from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { may, type Scope } from '../permissions/permissions.ts';
import { wholeMetadata, type StoredMetadata } from '../revisions/whole-metadata.ts';

/** A frozen revision as far as a comparison with the draft needs it. */
export interface FrozenState {
  seq: number;
  metadata: StoredMetadata;
}

/** An article with all of its story that rights, workflow and publishing look at. */
export interface ArticleRow {
  id: string;
  story_id: string;
  language: Language;
  status: ArticleStatus;
  slug: string | null;
  seo_title: string;
  seo_description: string;
  summary: string;
  canonical_url: string | null;
  source_name: string;
  source_url: string | null;
  accepted_checks: CheckCode[];
  desk_note: string;
  publish_at: Date | null;
  approved_revision_id: string | null;
  published_revision_id: string | null;
  published_at: Date | null;
  source_language: Language | null;
  headline: string;
  standfirst: string;
  word_count: number;
  updated_at: Date;
  version: number;
  last_change: WorkflowStep | 'details' | null;
  last_change_by: string | null;
  section_id: string | null;
  lead_media_id: string | null;
  story_created_by: string;
  priority: number;
  content_type: ContentType;
  region_ids: string[];
  topic_ids: string[];
  authors: ArticleAuthor[];
  document_seq: string;
  approved: FrozenState | null;
  published: FrozenState | null;
  public_slug: string | null;
  /** A picture that readers see was described or cut anew since. */
  pictures_changed: boolean;
}

const ordered = (table: string, column: string) =>
  `array(select l.${column} from ${table} l where l.story_id = s.id order by l.position)`;

const frozen = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('seq', ${alias}.document_seq, 'metadata', ${alias}.metadata) end`;

const select = `
  select a.id, a.story_id, a.language, a.status, a.slug, a.seo_title, a.seo_description, a.summary, a.canonical_url,
         a.source_name, a.source_url, a.accepted_checks, a.desk_note, a.publish_at,
         a.approved_revision_id, a.published_revision_id, a.published_at, a.source_language, a.headline, a.standfirst,
         a.word_count, a.updated_at, a.version, a.last_change, who.name as last_change_by,
         s.section_id, s.lead_media_id, s.created_by_id as story_created_by, s.priority, s.content_type,
         ${ordered('story_region', 'region_id')} as region_ids,
         ${ordered('story_topic', 'topic_id')} as topic_ids,
         (select coalesce(json_agg(json_build_object('authorId', l.author_id, 'role', l.role) order by l.position), '[]')
            from article_author l where l.article_id = a.id) as authors,
         coalesce(d.content_seq, 0) as document_seq,
         ${frozen('approved')} as approved, ${frozen('published')} as published, p.slug as public_slug,
         exists (select 1 from jsonb_each(p.media_versions) seen join media m on m.id = seen.key::uuid
                  where m.version <> seen.value::int) as pictures_changed
    from article a
    join story s on s.id = a.story_id
    left join document d on d.article_id = a.id
    left join revision approved on approved.id = a.approved_revision_id
    left join revision published on published.id = a.published_revision_id
    left join published_article p on p.article_id = a.id
    left join "user" who on who.id = a.last_change_by_id`;

type Queries = Pick<EntityManager, 'query'>;

/** The articles of some stories, in the order of the site's languages. */
export const articlesOfStories = (queries: Queries, storyIds: string[]): Promise<ArticleRow[]> =>
  queries.query(
    `${select} where a.story_id = any($1::uuid[])
      order by a.story_id, array_position(array['az', 'ru', 'en', 'hy'], a.language)`,
    [storyIds],
  );

export async function findArticle(queries: Queries, id: string): Promise<ArticleRow | null> {
  const rows: ArticleRow[] = await queries.query(`${select} where a.id = $1`, [id]);
  return rows[0] ?? null;
}

export const scopeOf = (row: ArticleRow): Scope => ({
  sectionId: row.section_id,
  regionIds: row.region_ids,
  language: row.language,
  createdById: row.story_created_by,
});

/**
 * The article, if the person may read its story.
 * @throws DomainError NOT_FOUND otherwise: what a person may not read does not exist for them.
 */
export async function readableArticle(queries: Queries, person: Person, id: string): Promise<ArticleRow> {
  const row = await findArticle(queries, id);
  if (!row || !may(person, 'story.read', scopeOf(row)))
    throw new DomainError('NOT_FOUND', 'This article does not exist, or you may not read it.');
  return row;
}

/** The article with its row locked against other steps, and its story against changes, until the transaction ends. */
export async function lockedArticle(manager: EntityManager, id: string): Promise<ArticleRow> {
  await manager.query(
    `with locked as (select story_id from article where id = $1 for update)
     select 1 from story where id = (select story_id from locked) for share`,
    [id],
  );
  const row = await findArticle(manager, id);
  if (!row) throw new DomainError('NOT_FOUND', 'This article does not exist, or you may not read it.');
  return row;
}

/** What a revision frozen now would carry, but for a slug that is still to be made from the headline. */
export const metadataOf = (row: ArticleRow): RevisionMetadata => ({
  slug: row.slug ?? '',
  seoTitle: row.seo_title,
  seoDescription: row.seo_description,
  summary: row.summary,
  canonicalUrl: row.canonical_url,
  sourceName: row.source_name,
  sourceUrl: row.source_url,
  sectionId: row.section_id,
  regionIds: row.region_ids,
  topicIds: row.topic_ids,
  authors: row.authors,
  leadMediaId: row.lead_media_id,
  contentType: row.content_type,
  priority: row.priority,
});

/** Whether the draft, with all that its story lends it, differs from a frozen revision. */
export function differs(row: ArticleRow, since: FrozenState | null): boolean {
  if (!since) return false;
  if (Number(row.document_seq) > since.seq) return true;
  const now = metadataOf(row);
  const then = wholeMetadata(since.metadata, now.priority);
  if (row.slug === null) now.slug = then.slug;
  return (Object.keys(now) as (keyof RevisionMetadata)[]).some(
    (key) => !isDeepStrictEqual(now[key], then[key]),
  );
}
