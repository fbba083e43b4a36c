import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Article } from '../articles/article.entity.ts';

/** How often an article was read since its first publication. */
@Entity('article_views')
export class ArticleViews {
  @PrimaryColumn('uuid') articleId!: string;
  @Column('int') views!: number;
  @OneToOne(() => Article, { onDelete: 'CASCADE' }) @JoinColumn() article!: Article;
}
