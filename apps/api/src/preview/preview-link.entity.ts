import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Session } from '../auth/session.entity.ts';
import { Article } from '../articles/article.entity.ts';
import { Revision } from '../revisions/revision.entity.ts';
import { User } from '../users/user.entity.ts';

/** A link that shows one article as readers would see it. Expires, can be revoked; only the token's hash is kept. */
@Entity('preview_link')
@Unique('uq_preview_link_token_hash', ['tokenHash'])
export class PreviewLink {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') articleId!: string;
  @Column('bytea') tokenHash!: Buffer;
  /** Whom or what a link for outsiders is for; empty for a person's own look. */
  @Column('text', { default: '' }) name!: string;
  /** A person's own look ends with the session that asked for it; null for a link for outsiders. */
  @Index() @Column('uuid', { nullable: true }) sessionId!: string | null;
  /** A version as it was published; null for the draft as it is at each look. */
  @Column('uuid', { nullable: true }) revisionId!: string | null;
  @Column('uuid') createdById!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @ManyToOne(() => Article, { onDelete: 'CASCADE' }) @JoinColumn() article!: Article;
  @ManyToOne(() => Session, { onDelete: 'CASCADE' }) @JoinColumn() session!: Session | null;
  @ManyToOne(() => Revision, { onDelete: 'CASCADE' }) @JoinColumn() revision!: Revision | null;
  @ManyToOne(() => User) @JoinColumn() createdBy!: User;
}
