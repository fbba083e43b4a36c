import type {
  ContentType,
  Language,
  PublicArticle,
  PublicAuthor,
  PublicCard,
  PublicNamed,
  PublicPicture,
} from '@broadsheet/types';
import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, Unique } from 'typeorm';
import { Article } from '../articles/article.entity.ts';
import { Revision } from '../revisions/revision.entity.ts';
import { Section } from '../sections/section.entity.ts';
import { Story } from '../stories/story.entity.ts';
import { ArticleAddress } from './article-address.entity.ts';

/** All that readers get of an article, ready to serve. Written only by PublishingService, in one transaction. */
@Entity('published_article')
@Unique('uq_published_article_language_slug', ['language', 'slug'])
@Index('ix_published_article_newest', ['language', 'publishedAt', 'articleId'])
@Index('ix_published_article_section', ['sectionId', 'language', 'publishedAt'])
@Index('ix_published_article_priority', ['language', 'priority', 'publishedAt', 'articleId'])
@Index('ix_published_article_long', ['language', 'publishedAt'], { where: 'word_count >= 900' })
@Index('ix_published_article_slug_likeness', { synchronize: false })
export class PublishedArticle {
  @PrimaryColumn('uuid') articleId!: string;
  @Index() @Column('uuid') storyId!: string;
  @Column('uuid') revisionId!: string;
  @Column('text') language!: Language;
  @Column('text') slug!: string;
  @Column('text') headline!: string;
  @Column('text') standfirst!: string;
  @Column('text', { default: '' }) standfirstHtml!: string;
  @Column('text') html!: string;
  @Column('text') text!: string;
  @Column('int') wordCount!: number;
  /** The story's, as it was at the publication. */
  @Column('smallint', { default: 3 }) priority!: number;
  @Column('text') seoTitle!: string;
  @Column('text') seoDescription!: string;
  @Column('text', { default: 'news' }) contentType!: ContentType;
  @Column('text', { default: '' }) summary!: string;
  /** Where the original of a syndicated piece stands; null for one of our own. */
  @Column('text', { nullable: true }) canonicalUrl!: string | null;
  @Column('jsonb', { nullable: true }) source!: PublicArticle['source'];
  @Column('uuid', { nullable: true }) sectionId!: string | null;
  @Column('uuid', { array: true }) regionIds!: string[];
  @Column('uuid', { array: true }) topicIds!: string[];
  @Column('uuid', { array: true }) authorIds!: string[];
  @Column('jsonb') topics!: PublicNamed[];
  @Column('jsonb') authors!: PublicAuthor[];
  @Column('jsonb', { nullable: true }) picture!: PublicPicture | null;
  /** Versions of the pictures it was rendered with, by id: a newer one means that readers see an older. */
  @Column('jsonb', { default: {} }) mediaVersions!: Record<string, number>;
  /** Public notes of what was wrong, for machines; people read them in `html`. */
  @Column('jsonb', { default: [] }) corrections!: PublicArticle['corrections'];
  @Column('jsonb', { default: [] }) outline!: PublicArticle['outline'];
  /** Stories that the text leads to. Their links are put into `html` when it is read, so that they are right. */
  @Column('uuid', { array: true, default: [] }) relatedStoryIds!: string[];
  @Column('timestamptz') publishedAt!: Date;
  @Column('timestamptz') modifiedAt!: Date;
  /** What lists show of it; PostgreSQL writes it with the row. As JSON text, to be passed on as it is. */
  @Column('json') card!: PublicCard;
  @OneToOne(() => Article)
  @JoinColumn([
    { name: 'article_id', referencedColumnName: 'id' },
    { name: 'language', referencedColumnName: 'language' },
  ])
  article!: Article;
  @ManyToOne(() => Story) @JoinColumn() story!: Story;
  @ManyToOne(() => Revision)
  @JoinColumn([
    { name: 'revision_id', referencedColumnName: 'id' },
    { name: 'article_id', referencedColumnName: 'articleId' },
  ])
  revision!: Revision;
  @ManyToOne(() => Section) @JoinColumn() section!: Section | null;
  @ManyToOne(() => ArticleAddress)
  @JoinColumn([
    { name: 'language', referencedColumnName: 'language' },
    { name: 'slug', referencedColumnName: 'slug' },
  ])
  address!: ArticleAddress;
}
