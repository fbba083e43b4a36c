import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.ts';
import { CommentThread } from './comment-thread.entity.ts';

/** What somebody said. Deleted, it leaves its place in the conversation and no word of it. */
@Entity('comment')
@Check('ck_comment_text', '(deleted_at is null) = (length(text) > 0)')
export class Comment {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') threadId!: string;
  @Column('uuid') authorId!: string;
  /** Plain, with `@{id}` for each person called. */
  @Column('text') text!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) editedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) deletedAt!: Date | null;
  @ManyToOne(() => CommentThread, { onDelete: 'CASCADE' }) @JoinColumn() thread!: CommentThread;
  @ManyToOne(() => User) @JoinColumn() author!: User;
}
