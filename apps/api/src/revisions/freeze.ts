import type { OpenSuggestion } from '@broadsheet/document';
import { countWords, headlineText, renderText } from '@broadsheet/document/render';
import { type ArticleContent, type RevisionMetadata, type RevisionReason, slugify } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { metadataOf, type ArticleRow } from '../articles/article-rows.ts';
import type { DocumentSnapshot } from '../collaboration/documents.service.ts';
import { newId } from '../common/new-id.ts';
import { takeWriters } from './next-writers.ts';
import { wholeMetadata, type StoredMetadata } from './whole-metadata.ts';

/** A revision as publishing needs it. */
export interface FrozenRevision {
  id: string;
  content: ArticleContent;
  metadata: RevisionMetadata;
  /** Open at the moment of freezing; not kept, because they are about the next version. */
  suggestions?: readonly OpenSuggestion[];
}

/** As it was written, perhaps by an earlier version of this product. */
export type StoredRevision = Omit<FrozenRevision, 'metadata'> & { metadata: StoredMetadata };

/** What a revision frozen now carries: a slug that nobody gave is made from the headline. */
export function frozenMetadata(row: ArticleRow, { headline }: ArticleContent): RevisionMetadata {
  const metadata = metadataOf(row);
  return { ...metadata, slug: metadata.slug || slugify(headlineText(headline), row.language) };
}

/**
 * Writes an immutable revision of a snapshot, with the metadata that the article has now and whoever wrote since the one
 * before, or `writers`, who are then not taken from the next one. The article's row must be locked, because revisions are
 * numbered one by one. `userId` null: nobody asked for it, so it is whose words it holds, if that is one person.
 */
export async function freeze(
  manager: EntityManager,
  row: ArticleRow,
  snapshot: DocumentSnapshot,
  reason: RevisionReason,
  userId: string | null,
  writers?: string[],
): Promise<FrozenRevision> {
  const content = storable(snapshot.content);
  const metadata = frozenMetadata(row, content);
  const writtenBy = writers ?? (await takeWriters(manager, row.id));
  const onlyWriter = writtenBy.length === 1 ? writtenBy[0] : null;
  const id = newId();
  await manager.query(
    `insert into revision (id, article_id, number, reason, content, metadata, word_count, document_seq,
                           schema_version, created_by_id, written_by)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 from revision where article_id = $2`,
    [
      id,
      row.id,
      reason,
      JSON.stringify(content),
      JSON.stringify(metadata),
      countWords(renderText(content.body)),
      snapshot.seq,
      snapshot.schemaVersion,
      userId ?? onlyWriter,
      writtenBy,
    ],
  );
  return { id, content, metadata, suggestions: snapshot.suggestions };
}

/**
 * Keeps what was written since the last revision; nothing when text and metadata are what that one holds, and then
 * nobody has written. The article's row must be locked.
 */
export async function freezeIfChanged(
  manager: EntityManager,
  row: ArticleRow,
  snapshot: DocumentSnapshot,
): Promise<void> {
  const content = storable(snapshot.content);
  const same: unknown[] = await manager.query(
    `select 1 from (select content, metadata from revision where article_id = $1 order by number desc limit 1) last
      where last.content = $2::jsonb and last.metadata = $3::jsonb`,
    [row.id, JSON.stringify(content), JSON.stringify(frozenMetadata(row, content))],
  );
  if (same.length === 0) await freeze(manager, row, snapshot, 'written', null);
  else await takeWriters(manager, row.id);
}

/** A frozen revision as it was written. */
export async function readFrozen(manager: EntityManager, id: string): Promise<FrozenRevision> {
  const rows: StoredRevision[] = await manager.query(
    'select id, content, metadata from revision where id = $1',
    [id],
  );
  const [row] = rows;
  if (!row) throw new Error(`Revision ${id} is missing`);
  return { ...row, metadata: wholeMetadata(row.metadata) };
}

/** PostgreSQL's JSON holds every character but this one, which a client may have typed. */
function storable(content: ArticleContent): ArticleContent {
  const text = JSON.stringify(content, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '\u2400') : value,
  );
  return JSON.parse(text) as ArticleContent;
}
