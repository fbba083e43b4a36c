import type { CropBoxes, LocalizedText, MediaKind } from '@broadsheet/types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { User } from '../users/user.entity.ts';

/** A file of the newsroom: a picture, video, audio or document. A picture's original is never public. */
@Entity('media')
@Check('ck_media_kind', `kind in ('picture', 'video', 'audio', 'document')`)
@Check(
  'ck_media_size',
  `bytes > 0 and width >= 0 and height >= 0 and (kind <> 'picture' or width > 0 and height > 0)`,
)
@Check('ck_media_tint', `tint ~ '^#[0-9a-f]{6}$'`)
@Check('ck_media_focal_point', 'focal_x between 0 and 1 and focal_y between 0 and 1')
export class Media {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { default: 'picture' }) kind!: MediaKind;
  /** The name of its file in the media store; a replacement brings another. */
  @Column('text', { default: 'original' }) file!: string;
  @Column('text') filename!: string;
  @Column('text') mimeType!: string;
  @Column('int') bytes!: number;
  @Column('int') width!: number;
  @Column('int') height!: number;
  /** Its mean colour, as `#rrggbb`; null for what can be seen through, and for what came before there were colours. */
  @Column('text', { nullable: true }) tint!: string | null;
  /** In seconds, of what moves or sounds. */
  @Column('int', { nullable: true }) duration!: number | null;
  @Index() @Column('bytea') sha256!: Buffer;
  @Column('jsonb', { default: {} }) headline!: LocalizedText;
  @Column('jsonb', { default: {} }) alt!: LocalizedText;
  @Column('jsonb', { default: {} }) caption!: LocalizedText;
  @Column('text', { default: '' }) credit!: string;
  @Column('text', { default: '' }) creator!: string;
  @Column('text', { default: '' }) copyright!: string;
  @Column('text', { default: '' }) licence!: string;
  @Column('text', { array: true, default: [] }) keywords!: string[];
  @Column('timestamptz', { nullable: true }) takenAt!: Date | null;
  /** The last day on which it may be published. */
  @Column('date', { nullable: true }) rightsEnd!: string | null;
  @Column('boolean', { default: false }) hasPlace!: boolean;
  @Column('real', { default: 0.5 }) focalX!: number;
  @Column('real', { default: 0.5 }) focalY!: number;
  /** What was cut by hand; a crop that is not in it follows the focal point. */
  @Column('jsonb', { default: {} }) cropBoxes!: Partial<CropBoxes>;
  @Index() @Column('uuid') uploadedById!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
  @ManyToOne(() => User) @JoinColumn() uploadedBy!: User;
}
