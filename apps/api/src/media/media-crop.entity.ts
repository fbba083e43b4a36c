import type { Crop, CropBox } from '@broadsheet/types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Media } from './media.entity.ts';

/**
 * The public address of one crop of a picture, or of a recording: a random key. A new cut makes a new key,
 * so that what a browser keeps for a day is never the wrong cut.
 */
@Entity('media_crop')
@Check('ck_media_crop_crop', `crop in ('full', '3x2', '16x9', 'file')`)
@Check('ck_media_crop_key', `key ~ '^[A-Za-z0-9_-]{16,}$'`)
@Index('uq_media_crop_current', ['mediaId', 'crop'], { unique: true, where: 'current' })
export class MediaCrop {
  @PrimaryColumn('text') key!: string;
  @Column('uuid') mediaId!: string;
  /** `file` is a recording as it is. */
  @Column('text') crop!: Crop | 'file';
  @Column('real') focalX!: number;
  @Column('real') focalY!: number;
  /** What was cut by hand; null is cut around the focal point. */
  @Column('jsonb', { nullable: true }) box!: CropBox | null;
  @Column('boolean', { default: true }) current!: boolean;
  @ManyToOne(() => Media) @JoinColumn() media!: Media;
}
