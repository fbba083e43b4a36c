import type { LocalizedText } from '@broadsheet/types';
import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

@Entity('section')
@Unique('uq_section_slug', ['slug'])
@Check('ck_section_slug', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('ck_section_names', `jsonb_typeof(names) = 'object'`)
export class Section {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('jsonb') names!: LocalizedText;
  @Column('int') position!: number;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
}
