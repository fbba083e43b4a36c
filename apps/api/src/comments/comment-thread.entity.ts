import type { ThreadPlace } from '@broadsheet/types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Article } from '../articles/article.entity.ts';
import { User } from '../users/user.entity.ts';

/** A conversation about a part of an article. Where it stands now, the document says; the quote is for when it is gone. */
@Entity('comment_thread')
@Check('ck_comment_thread_place', `place in ('text', 'block', 'headline', 'lead')`)
@Check('ck_comment_thread_resolved', '(resolved_at is null) = (resolved_by_id is null)')
export class CommentThread {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') articleId!: string;
  @Column('text') place!: ThreadPlace;
  @Column('text', { nullable: true }) blockId!: string | null;
  @Column('text') quote!: string;
  @Column('boolean', { default: false }) isBlocking!: boolean;
  @Column('uuid') createdById!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) resolvedAt!: Date | null;
  @Column('uuid', { nullable: true }) resolvedById!: string | null;
  @ManyToOne(() => Article, { onDelete: 'CASCADE' }) @JoinColumn() article!: Article;
  @ManyToOne(() => User) @JoinColumn() createdBy!: User;
  @ManyToOne(() => User) @JoinColumn() resolvedBy!: User | null;
}
