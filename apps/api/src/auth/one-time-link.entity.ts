import type { LinkKind } from '@broadsheet/types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity.ts';

/** A link that works once: an invitation, a reset made by an admin, or the first admin's. Only the token's hash is kept. */
@Entity('one_time_link')
@Unique('uq_one_time_link_token_hash', ['tokenHash'])
@Check('ck_one_time_link_kind', `kind in ('invite', 'reset', 'first_admin')`)
@Check('ck_one_time_link_user', `(kind = 'first_admin') = (user_id is null)`)
export class OneTimeLink {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: LinkKind;
  @Index() @Column('uuid', { nullable: true }) userId!: string | null;
  @Column('bytea') tokenHash!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) @JoinColumn() user!: User | null;
}
