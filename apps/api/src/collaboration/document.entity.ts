import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Article } from '../articles/article.entity.ts';

/**
 * An article's Y.Doc: a snapshot that stands for the log up to `snapshotSeq`, and the last number given out.
 * Appending locks this row, so numbers become visible in order.
 */
@Entity('document')
@Check('ck_document_seq', 'snapshot_seq <= last_seq')
export class ArticleDocument {
  @PrimaryColumn('uuid') articleId!: string;
  @Column('int') schemaVersion!: number;
  @Column('bigint', { default: 0, transformer: { from: Number, to: (n: number) => n } }) lastSeq!: number;
  @Column('bigint', { default: 0, transformer: { from: Number, to: (n: number) => n } }) snapshotSeq!: number;
  /** Up to here the log changed what was written; what came later only marks where comments stand. */
  @Column('bigint', { default: 0, transformer: { from: Number, to: (n: number) => n } }) contentSeq!: number;
  @Column('bytea', { nullable: true }) snapshot!: Buffer | null;
  @OneToOne(() => Article, { onDelete: 'CASCADE' }) @JoinColumn() article!: Article;
}
