import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  DocumentError,
  emptyArticle,
  openSuggestions,
  readDocument,
  replaceContent,
  schemaVersion,
  writeSeed,
  type OpenSuggestion,
} from '@broadsheet/document';
import type { ArticleContent } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import * as Y from 'yjs';
import { DomainError } from '../common/domain-error.ts';
import { mediaIn } from '../media/story-media.ts';
import { stand, type LetterRange } from './dropped-letters.ts';
import { DocumentLog } from './document-log.ts';
import { projectContent } from './projection.ts';
import { Projections } from './projections.service.ts';

/** An article's content at one position of its log. */
export interface DocumentSnapshot {
  content: ArticleContent;
  seq: number;
  schemaVersion: number;
  /** Nobody has accepted or rejected them, so the content is without them. */
  suggestions: readonly OpenSuggestion[];
}

/** What other features do with an article's document. Every change goes through the log first. */
@Injectable()
export class Documents {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(DocumentLog) private readonly log: DocumentLog,
    @Inject(Projections) private readonly projections: Projections,
  ) {}

  /**
   * Makes the document of a new article and its first content (null: one empty paragraph), in the caller's
   * transaction, together with the article's texts for lists. The article's row must stand already.
   * @throws DomainError DOCUMENT_INVALID for content that the schema does not know.
   */
  async create(
    manager: EntityManager,
    articleId: string,
    content: ArticleContent | null,
    userId: string | null,
  ): Promise<void> {
    const ydoc = new Y.Doc();
    orInvalid(() => writeSeed(ydoc, content ?? emptyArticle()));
    await manager.query('insert into document (article_id, schema_version) values ($1, $2)', [
      articleId,
      schemaVersion,
    ]);
    const bytes = Y.encodeStateAsUpdate(ydoc);
    // nobody has written the empty paragraph
    const entry = { bytes, userId: content ? userId : null };
    const seq = await this.log.append(articleId, [entry], manager);
    await projectContent(manager, articleId, ydoc, seq, mediaIn(ydoc));
    ydoc.destroy();
  }

  /**
   * The content with every stored edit, read under the lock of the document's row: no edit gets in between before
   * the caller's transaction ends.
   * @throws DomainError DOCUMENT_INVALID when the document does not fit the schema, NOT_FOUND without a document.
   */
  async snapshot(manager: EntityManager, articleId: string): Promise<DocumentSnapshot> {
    await this.log.lock(manager, articleId);
    const { ydoc, seq } = await this.log.load(articleId, manager);
    const snapshot = snapshotOf(ydoc, seq);
    ydoc.destroy();
    return snapshot;
  }

  /**
   * The content as it would be without one entry of the log, if any of these letters is in the text then. Null if not,
   * or if the log has merged that entry with others.
   */
  async snapshotWithout(
    manager: EntityManager,
    articleId: string,
    seq: number,
    letters: readonly LetterRange[],
  ): Promise<DocumentSnapshot | null> {
    await this.log.lock(manager, articleId);
    const ydoc = await this.log.loadWithout(articleId, seq, manager);
    if (!ydoc) return null;
    const snapshot = letters.some((one) => stand(ydoc, one)) ? snapshotOf(ydoc, seq) : null;
    ydoc.destroy();
    return snapshot;
  }

  /**
   * Replaces the content as one change of the server's, logged before anyone sees it; open editors get it like any
   * other edit, and what others type meanwhile in blocks that stay is kept.
   * `before` is given exactly what is replaced, in the same transaction, and may refuse by throwing.
   * @returns the change's position in the log.
   */
  async change(
    articleId: string,
    userId: string | null,
    content: ArticleContent,
    before?: (present: DocumentSnapshot, manager: EntityManager) => void | Promise<void>,
  ): Promise<number> {
    const seq = await this.dataSource.transaction(async (manager) => {
      await this.log.lock(manager, articleId);
      const { ydoc, seq } = await this.log.load(articleId, manager);
      await before?.(snapshotOf(ydoc, seq), manager);
      const updates: Uint8Array[] = [];
      ydoc.on('update', (update: Uint8Array) => updates.push(update));
      orInvalid(() => replaceContent(ydoc, content));
      if (updates.length === 0) return seq;
      const bytes = Y.mergeUpdates(updates);
      ydoc.destroy();
      return this.log.append(articleId, [{ bytes, userId }], manager);
    });
    this.projections.schedule(articleId);
    return seq;
  }

  /**
   * Marks the text without changing what it says, in the caller's transaction: logged first, and in nobody's name, since
   * nobody wrote. Open editors get the mark once the transaction is through.
   */
  async annotate<T>(manager: EntityManager, articleId: string, mark: (ydoc: Y.Doc) => T): Promise<T> {
    // first the document, then its article, as every step of the workflow takes them
    await this.log.lock(manager, articleId);
    const { ydoc, seq } = await this.log.load(articleId, manager);
    const updates: Uint8Array[] = [];
    ydoc.on('update', (update: Uint8Array) => updates.push(update));
    const result = mark(ydoc);
    ydoc.destroy();
    if (updates.length === 0) return result;
    const entry = { bytes: Y.mergeUpdates(updates), userId: null };
    const marked = await this.log.append(articleId, [entry], manager, false);
    // the texts for lists are as level as they were
    await manager.query('update article set projected_seq = $2 where id = $1 and projected_seq = $3', [
      articleId,
      marked,
      seq,
    ]);
    return result;
  }
}

/** @throws DomainError DOCUMENT_INVALID */
function snapshotOf(ydoc: Y.Doc, seq: number): DocumentSnapshot {
  return orInvalid(() => ({
    content: readDocument(ydoc),
    seq,
    schemaVersion,
    suggestions: openSuggestions(ydoc),
  }));
}

function orInvalid<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DocumentError) throw new DomainError(error.code, error.message);
    throw error;
  }
}
