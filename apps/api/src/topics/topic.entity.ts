import type { LocalizedText } from '@broadsheet/types';
import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

@Entity('topic')
@Unique('uq_topic_slug', ['slug'])
@Check('ck_topic_slug', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('ck_topic_names', `jsonb_typeof(names) = 'object'`)
export class Topic {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('jsonb') names!: LocalizedText;
  @VersionColumn({ default: 1 }) version!: number;
}
