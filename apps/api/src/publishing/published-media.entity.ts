import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { MediaCrop } from '../media/media-crop.entity.ts';
import { PublishedArticle } from './published-article.entity.ts';

/** Which crops a published article shows: a picture is public only while it stands here. */
@Entity('published_media')
export class PublishedMedia {
  @PrimaryColumn('uuid') articleId!: string;
  @Index() @PrimaryColumn('text') key!: string;
  @ManyToOne(() => PublishedArticle, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id', referencedColumnName: 'articleId' })
  article!: PublishedArticle;
  @ManyToOne(() => MediaCrop) @JoinColumn({ name: 'key', referencedColumnName: 'key' }) crop!: MediaCrop;
}
