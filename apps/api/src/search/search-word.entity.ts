import type { Language } from '@broadsheet/types';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The words that published articles use: what a misspelt word of a query may have meant. */
@Entity('search_word')
@Index('ix_search_word_folded', { synchronize: false })
export class SearchWord {
  @PrimaryColumn('text') language!: Language;
  @PrimaryColumn('text') word!: string;
  /** Without what keyboards often lack. */
  @Column('text') folded!: string;
  /** In how many articles it was seen; never lowered. */
  @Column('int') articles!: number;
}
