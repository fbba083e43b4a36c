import type { ContentType } from '@broadsheet/types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { Media } from '../media/media.entity.ts';
import { Section } from '../sections/section.entity.ts';
import { User } from '../users/user.entity.ts';

/** One piece of news, whatever its languages: what they share. */
@Entity('story')
@Check('ck_story_priority', 'priority between 1 and 5')
@Check('ck_story_content_type', `content_type in ('news', 'analysis', 'opinion', 'interview', 'live')`)
export class Story {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid', { nullable: true }) sectionId!: string | null;
  @Column('uuid', { nullable: true }) leadMediaId!: string | null;
  @Column('smallint', { default: 3 }) priority!: number;
  @Column('text', { default: 'news' }) contentType!: ContentType;
  /** For the desk alone. */
  @Column('text', { default: '' }) notes!: string;
  @Index() @Column('uuid') createdById!: string;
  /** Who changed the shared fields last. */
  @Column('uuid', { nullable: true }) changedById!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Index() @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
  @ManyToOne(() => Section) @JoinColumn() section!: Section | null;
  @ManyToOne(() => Media) @JoinColumn() leadMedia!: Media | null;
  @ManyToOne(() => User) @JoinColumn() createdBy!: User;
  @ManyToOne(() => User) @JoinColumn() changedBy!: User | null;
}
