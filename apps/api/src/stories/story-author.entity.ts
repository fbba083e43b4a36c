import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Author } from '../authors/author.entity.ts';
import { Story } from './story.entity.ts';

@Entity('story_author')
@Unique('uq_story_author_position', ['storyId', 'position'])
export class StoryAuthor {
  @PrimaryColumn('uuid') storyId!: string;
  @Index() @PrimaryColumn('uuid') authorId!: string;
  @Column('smallint') position!: number;
  @ManyToOne(() => Story, { onDelete: 'CASCADE' }) @JoinColumn() story!: Story;
  @ManyToOne(() => Author) @JoinColumn() author!: Author;
}
