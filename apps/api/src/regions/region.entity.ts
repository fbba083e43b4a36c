import type { LocalizedText } from '@broadsheet/types';
import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

@Entity('region')
@Unique('uq_region_slug', ['slug'])
@Check('ck_region_slug', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('ck_region_names', `jsonb_typeof(names) = 'object'`)
export class Region {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('jsonb') names!: LocalizedText;
  @Column('jsonb', { default: {} }) railTitles!: LocalizedText;
  @Column('boolean', { default: false }) inRail!: boolean;
  @Column('int') position!: number;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
}
