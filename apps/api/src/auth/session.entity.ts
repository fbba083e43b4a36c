import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity.ts';

/** An opaque session; only the SHA-256 of its token is kept. */
@Entity('session')
@Unique('uq_session_token_hash', ['tokenHash'])
export class Session {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') userId!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('text', { default: '' }) userAgent!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) lastSeenAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) @JoinColumn() user!: User;
}
