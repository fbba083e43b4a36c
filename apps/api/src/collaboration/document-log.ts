import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { schemaVersion } from '@broadsheet/document';
import { DataSource, type EntityManager } from 'typeorm';
import * as Y from 'yjs';
import { DomainError } from '../common/domain-error.ts';
import { planned } from '../database/planned.ts';

/** One update on its way into the log. */
export interface LogEntry {
  bytes: Uint8Array;
  userId: string | null;
}

/** What the log holds beyond a position: bytes to apply in order, and the position they lead to. */
export interface LogPart {
  seq: number;
  /** How many rows stand behind the snapshot. */
  rows: number;
  updates: Uint8Array[];
}

interface PartRow {
  last_seq: string;
  schema_version: number;
  snapshot: Buffer | null;
  updates: Buffer[] | null;
}

type Executor = Pick<EntityManager, 'query'>;

const appendSql = `
  with numbered as (
    update document set last_seq = last_seq + $2, schema_version = greatest(schema_version, $3),
           content_seq = case when $6 then last_seq + $2 else content_seq end
     where article_id = $1 and schema_version <= $3 returning last_seq),
  written as (
    insert into document_update (article_id, seq, bytes, user_id)
    select $1, numbered.last_seq - $2 + entry.place, entry.bytes, entry.user_id
      from numbered, unnest($4::bytea[], $5::uuid[]) with ordinality as entry(bytes, user_id, place)),
  noted as (
    insert into next_revision_writer (article_id, user_id)
    select distinct $1::uuid, writer from numbered, unnest($5::uuid[]) as writer where writer is not null
    on conflict do nothing)
  select last_seq as seq, pg_notify('broadsheet_document', $1::text || ' ' || last_seq) from numbered`;

/**
 * The log of every article's document. A number is given out under the lock of the document's row, so whoever sees
 * number n sees all before it; numbers are never used twice.
 */
@Injectable()
export class DocumentLog {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Writes the updates as rows and tells every process, all in one statement. `isContent` is false for what marks the
   * text without changing it: an article is not edited by that.
   * @returns the position of the last of them.
   * @throws DomainError CHANGED_MEANWHILE when a newer version of the program has written: this one does not know its
   * schema, and its clients would delete what they do not know.
   */
  async append(
    articleId: string,
    entries: LogEntry[],
    executor: EntityManager | DataSource = this.dataSource,
    isContent = true,
  ): Promise<number> {
    const values = [
      articleId,
      entries.length,
      schemaVersion,
      entries.map((entry) => Buffer.from(entry.bytes)),
      entries.map((entry) => entry.userId),
      isContent,
    ];
    const rows = await planned<{ seq: string }>(executor, 'append', appendSql, values);
    if (!rows[0]) throw await this.refusal(articleId, executor);
    return Number(rows[0].seq);
  }

  private async refusal(articleId: string, executor: Executor): Promise<DomainError> {
    const rows: unknown[] = await executor.query('select 1 from document where article_id = $1', [articleId]);
    return rows.length > 0 ? outdated() : missing();
  }

  /** Snapshot and rows beyond `after`, as one consistent look. The snapshot comes first if it reaches further. */
  async read(articleId: string, after = -1, executor: Executor = this.dataSource): Promise<LogPart> {
    const found: PartRow[] = await executor.query(
      `select last_seq, schema_version, case when snapshot_seq > $2 then snapshot end as snapshot,
              (select array_agg(bytes order by seq) from document_update u
                where u.article_id = d.article_id and u.seq > $2) as updates
         from document d where article_id = $1`,
      [articleId, after],
    );
    const row = found[0];
    if (!row) throw missing();
    if (row.schema_version > schemaVersion) throw outdated();
    const updates = row.updates ?? [];
    return {
      seq: Number(row.last_seq),
      rows: updates.length,
      updates: row.snapshot ? [row.snapshot, ...updates] : updates,
    };
  }

  /** The document as the log has it, in memory of its own. */
  async load(articleId: string, executor?: Executor): Promise<{ ydoc: Y.Doc; seq: number; rows: number }> {
    const { updates, seq, rows } = await this.read(articleId, -1, executor);
    const ydoc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(ydoc, update);
    return { ydoc, seq, rows };
  }

  /**
   * The document as if one entry of the log had never come, nor what was made in answer to it. Null once the log has merged
   * that entry with others.
   */
  async loadWithout(articleId: string, seq: number, executor: Executor): Promise<Y.Doc | null> {
    const found: { snapshot: Buffer | null; updates: Buffer[] | null }[] = await executor.query(
      `select snapshot, (select array_agg(bytes order by seq) from document_update u
                          where u.article_id = d.article_id and u.seq <> $2) as updates
         from document d where article_id = $1 and snapshot_seq < $2`,
      [articleId, seq],
    );
    const [row] = found;
    if (!row) return null;
    const ydoc = new Y.Doc();
    for (const bytes of [...(row.snapshot ? [row.snapshot] : []), ...(row.updates ?? [])])
      Y.applyUpdate(ydoc, bytes);
    return ydoc;
  }

  /** Holds back every append until the caller's transaction ends. */
  async lock(manager: EntityManager, articleId: string): Promise<void> {
    const rows: unknown[] = await manager.query('select 1 from document where article_id = $1 for update', [
      articleId,
    ]);
    if (rows.length === 0) throw missing();
  }

  /** Merges what the log holds into the snapshot and deletes exactly the merged rows. */
  async compact(articleId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.lock(manager, articleId);
      const { ydoc, seq, rows } = await this.load(articleId, manager);
      if (rows === 0) return;
      const snapshot = Buffer.from(Y.encodeStateAsUpdate(ydoc));
      ydoc.destroy();
      await manager.query('update document set snapshot = $2, snapshot_seq = $3 where article_id = $1', [
        articleId,
        snapshot,
        seq,
      ]);
      await manager.query('delete from document_update where article_id = $1 and seq <= $2', [
        articleId,
        seq,
      ]);
    });
  }
}

const missing = () => new DomainError('NOT_FOUND', 'This article does not exist, or you may not read it.');

const outdated = () =>
  new DomainError(
    'CHANGED_MEANWHILE',
    'A newer version of this page has written here. Nothing was changed; reload the page.',
  );
