import type { Language, Role } from '@broadsheet/types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from './user.entity.ts';

/** Role × sections × regions × languages; null means "any". */
@Entity('grant')
@Check(
  'ck_grant_role',
  `role in ('contributor', 'journalist', 'translator', 'desk_editor', 'editor_in_chief', 'admin')`,
)
@Check(
  'ck_grant_scope',
  'cardinality(section_ids) > 0 and cardinality(region_ids) > 0 and cardinality(languages) > 0',
)
@Check(
  'ck_grant_admin_everywhere',
  `role <> 'admin' or (section_ids is null and region_ids is null and languages is null)`,
)
export class UserGrant {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') userId!: string;
  @Column('text') role!: Role;
  @Column('uuid', { array: true, nullable: true }) sectionIds!: string[] | null;
  @Column('uuid', { array: true, nullable: true }) regionIds!: string[] | null;
  @Column('text', { array: true, nullable: true }) languages!: Language[] | null;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) @JoinColumn() user!: User;
}
