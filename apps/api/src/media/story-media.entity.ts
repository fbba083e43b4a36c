import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Story } from '../stories/story.entity.ts';
import { Media } from './media.entity.ts';

/**
 * Which stories use a picture: whoever covers one of them may see it. A row is made only on behalf of a person
 * who may see the picture already, so that writing a foreign id into a text opens nothing.
 */
@Entity('story_media')
export class StoryMedia {
  @PrimaryColumn('uuid') storyId!: string;
  @Index() @PrimaryColumn('uuid') mediaId!: string;
  @ManyToOne(() => Story, { onDelete: 'CASCADE' }) @JoinColumn() story!: Story;
  @ManyToOne(() => Media) @JoinColumn() media!: Media;
}
