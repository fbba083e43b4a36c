import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Article } from '../articles/article.entity.ts';
import { User } from '../users/user.entity.ts';
import { PresenceProcess } from './presence-process.entity.ts';

/** Somebody has an article open at a process. */
@Entity('present_person')
export class PresentPerson {
  @PrimaryColumn('uuid') processId!: string;
  @Index() @PrimaryColumn('uuid') articleId!: string;
  @PrimaryColumn('uuid') userId!: string;
  @ManyToOne(() => PresenceProcess, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'process_id' })
  process!: PresenceProcess;
  @ManyToOne(() => Article, { onDelete: 'CASCADE' }) @JoinColumn() article!: Article;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) @JoinColumn() user!: User;
}
