import type { Language } from '@broadsheet/types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Article } from '../articles/article.entity.ts';

/** Views of one article in one hour, kept as long as the longest list of what is most read looks back. */
@Entity('article_view_hour')
@Index('ix_article_view_hour_language', ['language', 'hour'])
export class ArticleViewHour {
  @PrimaryColumn('uuid') articleId!: string;
  @PrimaryColumn('timestamptz') hour!: Date;
  @Column('text') language!: Language;
  @Column('int') views!: number;
  @ManyToOne(() => Article, { onDelete: 'CASCADE' }) @JoinColumn() article!: Article;
}
