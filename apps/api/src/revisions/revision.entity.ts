import type { ArticleContent, RevisionMetadata, RevisionReason } from '@broadsheet/types';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Article } from '../articles/article.entity.ts';
import { User } from '../users/user.entity.ts';

/** An immutable snapshot of an article with its metadata; a trigger refuses changes. */
@Entity('revision')
@Unique('uq_revision_article_number', ['articleId', 'number'])
@Unique('uq_revision_id_article', ['id', 'articleId'])
@Check(
  'ck_revision_reason',
  `reason in ('approved', 'scheduled', 'published', 'saved', 'restored', 'written')`,
)
export class Revision {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') articleId!: string;
  @Column('int') number!: number;
  @Column('text') reason!: RevisionReason;
  @Column('jsonb') content!: ArticleContent;
  @Column('jsonb') metadata!: RevisionMetadata;
  @Column('int') wordCount!: number;
  /** Position in the document's log that was snapshotted. */
  @Column('bigint', { transformer: { from: Number, to: (n: number) => n } }) documentSeq!: number;
  @Column('int') schemaVersion!: number;
  @Column('uuid', { nullable: true }) createdById!: string | null;
  /** Everybody who changed text or data since the revision before. */
  @Column('uuid', { array: true, default: [] }) writtenBy!: string[];
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  /** By name, because articles point at their revisions too. */
  @ManyToOne('Article') @JoinColumn() article!: Article;
  @ManyToOne(() => User) @JoinColumn() createdBy!: User | null;
}
