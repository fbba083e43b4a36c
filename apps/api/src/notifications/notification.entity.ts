import type { NotificationKind } from '@broadsheet/types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Comment } from '../comments/comment.entity.ts';
import { CommentThread } from '../comments/comment-thread.entity.ts';
import { User } from '../users/user.entity.ts';

/** Something that a person should know of. What it is about is read from where it stands, with the person's right. */
@Entity('notification')
@Check('ck_notification_kind', `kind in ('mention', 'reply', 'resolved')`)
@Index('ix_notification_user_created', ['userId', 'createdAt', 'id'])
export class Notification {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('text') kind!: NotificationKind;
  @Column('uuid') byId!: string;
  @Index() @Column('uuid') threadId!: string;
  /** Null where the thread itself is meant. */
  @Index() @Column('uuid', { nullable: true }) commentId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) @JoinColumn() user!: User;
  @ManyToOne(() => User) @JoinColumn() by!: User;
  @ManyToOne(() => CommentThread, { onDelete: 'CASCADE' }) @JoinColumn() thread!: CommentThread;
  @ManyToOne(() => Comment, { onDelete: 'CASCADE' }) @JoinColumn() comment!: Comment | null;
}
