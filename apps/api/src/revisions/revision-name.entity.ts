import { Check, Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.ts';
import { Revision } from './revision.entity.ts';

/** What somebody called a revision, apart from it because a revision never changes. */
@Entity('revision_name')
@Check('ck_revision_name_name', `name = btrim(name) and length(name) between 1 and 120`)
export class RevisionName {
  @PrimaryColumn('uuid') revisionId!: string;
  @Column('text') name!: string;
  @Column('uuid') namedById!: string;
  @Column('timestamptz', { default: () => 'now()' }) namedAt!: Date;
  @OneToOne(() => Revision, { onDelete: 'CASCADE' }) @JoinColumn() revision!: Revision;
  @ManyToOne(() => User) @JoinColumn() namedBy!: User;
}
