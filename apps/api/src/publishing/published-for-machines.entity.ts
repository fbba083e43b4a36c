import type { Language } from '@broadsheet/types';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { PublishedArticle } from './published-article.entity.ts';

/** What machines get of a published article and its pages do not need, kept apart so that those stay small. */
@Entity('published_for_machines')
export class PublishedForMachines {
  @PrimaryColumn('uuid') articleId!: string;
  @Column('text') markdown!: string;
  /** The language it was translated from. */
  @Column('text', { nullable: true }) sourceLanguage!: Language | null;
  @OneToOne(() => PublishedArticle, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id' })
  article!: PublishedArticle;
}
