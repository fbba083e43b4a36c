import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Region } from '../regions/region.entity.ts';
import { Story } from './story.entity.ts';

@Entity('story_region')
@Unique('uq_story_region_position', ['storyId', 'position'])
export class StoryRegion {
  @PrimaryColumn('uuid') storyId!: string;
  @Index() @PrimaryColumn('uuid') regionId!: string;
  @Column('smallint') position!: number;
  @ManyToOne(() => Story, { onDelete: 'CASCADE' }) @JoinColumn() story!: Story;
  @ManyToOne(() => Region) @JoinColumn() region!: Region;
}
