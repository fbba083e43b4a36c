import type { Language } from '@broadsheet/types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Article } from '../articles/article.entity.ts';

/** Every slug an article was ever published under. A slug once published is never given to another. */
@Entity('article_address')
@Check('ck_article_address_slug', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80`)
export class ArticleAddress {
  @PrimaryColumn('text') language!: Language;
  @PrimaryColumn('text') slug!: string;
  @Index() @Column('uuid') articleId!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @ManyToOne(() => Article)
  @JoinColumn([
    { name: 'article_id', referencedColumnName: 'id' },
    { name: 'language', referencedColumnName: 'language' },
  ])
  article!: Article;
}
