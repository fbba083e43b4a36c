import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Article } from '../articles/article.entity.ts';
import { User } from '../users/user.entity.ts';

/** A link that shows one article as readers would see it. Expires, can be revoked; only the token's hash is kept. */
@Entity('preview_link')
@Unique('uq_preview_link_token_hash', ['tokenHash'])
export class PreviewLink {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') articleId!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('uuid') createdById!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @ManyToOne(() => Article, { onDelete: 'CASCADE' }) @JoinColumn() article!: Article;
  @ManyToOne(() => User) @JoinColumn() createdBy!: User;
}
