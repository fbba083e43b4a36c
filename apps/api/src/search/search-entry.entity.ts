import { languages, type Language } from '@broadsheet/types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PublishedArticle } from '../publishing/published-article.entity.ts';

const searched = ['words', 'headlineWords', 'publishedOn', 'sectionId', 'regionIds', 'authorIds'];
const entryIndex = (language: Language) =>
  Index(`ix_search_entry_${language}`, searched, { type: 'gin', where: `language = '${language}'` });

/** A published article as search sees it. Made anew by SearchIndex whenever it is missing or of an older version. */
@Entity('search_entry')
@entryIndex(languages[0])
@entryIndex(languages[1])
@entryIndex(languages[2])
@entryIndex(languages[3])
@Index('ix_search_entry_uncounted', ['articleId'], { where: 'not is_counted' })
export class SearchEntry {
  @PrimaryColumn('uuid') articleId!: string;
  @Column('text') language!: Language;
  /** Of the way in which words become keys; see `searchVersion`. */
  @Column('smallint') version!: number;
  @Column('timestamptz') publishedAt!: Date;
  /** The day in UTC: windows of time are found by it. */
  @Column('date') publishedOn!: string;
  @Column('uuid', { nullable: true }) sectionId!: string | null;
  @Column('uuid', { array: true }) regionIds!: string[];
  @Column('uuid', { array: true }) authorIds!: string[];
  /** Keys of all words with weights: headline A, standfirst B, topics and authors C, text D. */
  @Column('tsvector') words!: string;
  /** Words of the headline as they are written, for suggestions. */
  @Column('tsvector') headlineWords!: string;
  /** Whether its words stand in `search_word`. */
  @Column('boolean', { default: false }) isCounted!: boolean;
  @ManyToOne(() => PublishedArticle, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id', referencedColumnName: 'articleId' })
  article!: PublishedArticle;
}
