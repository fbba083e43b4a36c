import type { AuthorRole } from '@broadsheet/types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Author } from '../authors/author.entity.ts';
import { Article } from './article.entity.ts';

/** A name in an article's byline. Of one language: a translation has its translator. */
@Entity('article_author')
@Unique('uq_article_author_position', ['articleId', 'position'])
@Check('ck_article_author_role', `role in ('text', 'photo', 'translation')`)
export class ArticleAuthor {
  @PrimaryColumn('uuid') articleId!: string;
  @Index() @PrimaryColumn('uuid') authorId!: string;
  @PrimaryColumn('text', { default: 'text' }) role!: AuthorRole;
  @Column('smallint') position!: number;
  @ManyToOne(() => Article, { onDelete: 'CASCADE' }) @JoinColumn() article!: Article;
  @ManyToOne(() => Author) @JoinColumn() author!: Author;
}
