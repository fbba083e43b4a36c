import type { ArticleStatus, CheckCode, Language, WorkflowStep } from '@broadsheet/types';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import { Revision } from '../revisions/revision.entity.ts';
import { Story } from '../stories/story.entity.ts';
import { User } from '../users/user.entity.ts';

/**
 * One language's version of a story. `headline`, `standfirst`, `plainText`, `wordCount` and `mediaIds` are projections that
 * the API derives from the document; nothing else writes them. `status` speaks of the work on the next version.
 */
@Entity('article')
@Unique('uq_article_story_language', ['storyId', 'language'])
@Unique('uq_article_id_language', ['id', 'language'])
@Check('ck_article_language', `language in ('az', 'ru', 'en', 'hy')`)
@Check(
  'ck_article_status',
  `status in ('draft', 'in_review', 'approved', 'scheduled', 'published', 'unpublished', 'archived')`,
)
@Check('ck_article_slug', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80`)
@Check('ck_article_scheduled', `(status = 'scheduled') = (publish_at is not null)`)
@Check('ck_article_frozen', `status not in ('approved', 'scheduled') or approved_revision_id is not null`)
@Check(
  'ck_article_published',
  `(status <> 'published' or published_revision_id is not null) and (status <> 'unpublished' or published_revision_id is null)`,
)
@Index('ix_article_due', ['publishAt'], { where: 'publish_at is not null' })
export class Article {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') storyId!: string;
  @Column('text') language!: Language;
  @Column('text', { default: 'draft' }) status!: ArticleStatus;
  @Column('text', { nullable: true }) slug!: string | null;
  @Column('text', { default: '' }) seoTitle!: string;
  @Column('text', { default: '' }) seoDescription!: string;
  @Column('text', { default: '' }) summary!: string;
  @Column('text', { nullable: true }) canonicalUrl!: string | null;
  @Column('text', { default: '' }) sourceName!: string;
  @Column('text', { nullable: true }) sourceUrl!: string | null;
  /** The warnings that whoever froze the waiting revision saw and took: nobody is asked twice. */
  @Column('text', { array: true, default: [] }) acceptedChecks!: CheckCode[];
  /** What the desk wrote when it sent the article back. */
  @Column('text', { default: '' }) deskNote!: string;
  /** The last change but typing, and whose it was: what a person who came too late is told. */
  @Column('text', { nullable: true }) lastChange!: WorkflowStep | 'details' | null;
  @Column('uuid', { nullable: true }) lastChangeById!: string | null;
  @Column('timestamptz', { nullable: true }) publishAt!: Date | null;
  @Column('uuid', { nullable: true }) approvedRevisionId!: string | null;
  @Column('uuid', { nullable: true }) publishedRevisionId!: string | null;
  /** The first publication; kept through updates. */
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('text', { nullable: true }) sourceLanguage!: Language | null;
  /** The revision of the source that a translation was started from, if the source had one. */
  @Column('uuid', { nullable: true }) sourceRevisionId!: string | null;
  @Column('text', { default: '' }) headline!: string;
  @Column('text', { default: '' }) standfirst!: string;
  @Column('text', { default: '' }) plainText!: string;
  @Column('int', { default: 0 }) wordCount!: number;
  /** The files of the library that its text uses. */
  @Index('ix_article_media_ids', { synchronize: false })
  @Column('uuid', { array: true, default: [] })
  mediaIds!: string[];
  /** Position in the document's log that the projections stand for. */
  @Column('bigint', { default: 0, transformer: { from: Number, to: (n: number) => n } })
  projectedSeq!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
  @ManyToOne(() => Story) @JoinColumn() story!: Story;
  @ManyToOne(() => User) @JoinColumn() lastChangeBy!: User | null;
  @ManyToOne(() => Revision)
  @JoinColumn([
    { name: 'approved_revision_id', referencedColumnName: 'id' },
    { name: 'id', referencedColumnName: 'articleId' },
  ])
  approvedRevision!: Revision | null;
  @ManyToOne(() => Revision)
  @JoinColumn([
    { name: 'published_revision_id', referencedColumnName: 'id' },
    { name: 'id', referencedColumnName: 'articleId' },
  ])
  publishedRevision!: Revision | null;
  @ManyToOne(() => Revision) @JoinColumn() sourceRevision!: Revision | null;
}
