import type { LocalizedText } from '@broadsheet/types';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { User } from '../users/user.entity.ts';

@Entity('author')
@Unique('uq_author_slug', ['slug'])
@Check('ck_author_slug', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('ck_author_names', `jsonb_typeof(names) = 'object'`)
export class Author {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('jsonb') names!: LocalizedText;
  @Column('uuid', { nullable: true }) userId!: string | null;
  @ManyToOne(() => User, { onDelete: 'SET NULL' }) @JoinColumn() user!: User | null;
  @VersionColumn({ default: 1 }) version!: number;
}
