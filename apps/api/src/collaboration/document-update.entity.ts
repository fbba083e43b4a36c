import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.ts';
import { ArticleDocument } from './document.entity.ts';

/** The log: every update as a row, written before it is applied, broadcast or acknowledged. */
@Entity('document_update')
@Check('ck_document_update_bytes', 'octet_length(bytes) > 2')
export class DocumentUpdate {
  @PrimaryColumn('uuid') articleId!: string;
  @PrimaryColumn('bigint', { transformer: { from: Number, to: (n: number) => n } }) seq!: number;
  @Column('bytea') bytes!: Buffer;
  @Column('uuid', { nullable: true }) userId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @ManyToOne(() => ArticleDocument, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id', referencedColumnName: 'articleId' })
  document!: ArticleDocument;
  @ManyToOne(() => User) @JoinColumn() user!: User | null;
}
