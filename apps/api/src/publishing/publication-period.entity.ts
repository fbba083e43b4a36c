import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Article } from '../articles/article.entity.ts';
import { Revision } from '../revisions/revision.entity.ts';

/** From when until when readers had a revision; the one that they have now has no end. */
@Entity('publication_period')
@Index('uq_publication_period_open', ['articleId'], { unique: true, where: '"until" is null' })
@Check('ck_publication_period_until', '"until" >= "since"')
export class PublicationPeriod {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') articleId!: string;
  @Index() @Column('uuid') revisionId!: string;
  @Column('timestamptz') since!: Date;
  @Column('timestamptz', { nullable: true }) until!: Date | null;
  @ManyToOne('Article', { onDelete: 'CASCADE' }) @JoinColumn() article!: Article;
  @ManyToOne(() => Revision) @JoinColumn() revision!: Revision;
}
