import type { Language } from '@broadsheet/types';
import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PublishedArticle } from './published-article.entity.ts';

/**
 * One row for each list that a published article stands on: its section, regions, topics and authors. Its key is the
 * order of those lists, so that a page of any of them is a short walk along an index, however large the archive.
 */
@Entity('published_listing')
export class PublishedListing {
  /** Id of the section, region, topic or author. */
  @PrimaryColumn('uuid') listId!: string;
  @PrimaryColumn('text') language!: Language;
  @PrimaryColumn('timestamptz') publishedAt!: Date;
  @Index() @PrimaryColumn('uuid') articleId!: string;
  @ManyToOne(() => PublishedArticle, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id' })
  article!: PublishedArticle;
}
