import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Topic } from '../topics/topic.entity.ts';
import { Story } from './story.entity.ts';

@Entity('story_topic')
@Unique('uq_story_topic_position', ['storyId', 'position'])
export class StoryTopic {
  @PrimaryColumn('uuid') storyId!: string;
  @Index() @PrimaryColumn('uuid') topicId!: string;
  @Column('smallint') position!: number;
  @ManyToOne(() => Story, { onDelete: 'CASCADE' }) @JoinColumn() story!: Story;
  @ManyToOne(() => Topic) @JoinColumn() topic!: Topic;
}
