import type { LocalizedText } from '@broadsheet/types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { User } from '../users/user.entity.ts';

/** A picture of the newsroom. The original lies in DATA_DIR/media and is never public. */
@Entity('media')
@Check('ck_media_size', 'width > 0 and height > 0 and bytes > 0')
@Check('ck_media_focal_point', 'focal_x between 0 and 1 and focal_y between 0 and 1')
export class Media {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') filename!: string;
  @Column('text') mimeType!: string;
  @Column('int') bytes!: number;
  @Column('int') width!: number;
  @Column('int') height!: number;
  @Column('bytea') sha256!: Buffer;
  @Column('jsonb', { default: {} }) alt!: LocalizedText;
  @Column('jsonb', { default: {} }) caption!: LocalizedText;
  @Column('text', { default: '' }) credit!: string;
  @Column('text', { default: '' }) licence!: string;
  @Column('real', { default: 0.5 }) focalX!: number;
  @Column('real', { default: 0.5 }) focalY!: number;
  @Index() @Column('uuid') uploadedById!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
  @ManyToOne(() => User) @JoinColumn() uploadedBy!: User;
}
