import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.ts';
import { Media } from './media.entity.ts';

/** A file that comes in parts. What never comes whole is forgotten after a day; what became of it is kept as long. */
@Entity('media_upload')
@Check('ck_media_upload_bytes', 'bytes > 0')
export class MediaUpload {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') userId!: string;
  @Column('text') filename!: string;
  @Column('int') bytes!: number;
  @Index() @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  /** What was made of it: a lost answer can be asked for again. */
  @Column('uuid', { nullable: true }) mediaId!: string | null;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) @JoinColumn() user!: User;
  @ManyToOne(() => Media, { onDelete: 'SET NULL' }) @JoinColumn() media!: Media | null;
}
