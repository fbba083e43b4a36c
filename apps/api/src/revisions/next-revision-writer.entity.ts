import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.ts';

/**
 * Who wrote what the next revision of an article will hold. No key leads to the article: a change of a story would wait
 * for its row, whose holder waits for the story.
 */
@Entity('next_revision_writer')
export class NextRevisionWriter {
  @PrimaryColumn('uuid') articleId!: string;
  @PrimaryColumn('uuid') userId!: string;
  @ManyToOne(() => User) @JoinColumn() user!: User;
}
