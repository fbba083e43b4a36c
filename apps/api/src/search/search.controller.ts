import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  language,
  searchAnswer,
  searchQuery,
  suggestions,
  suggestionsQuery,
  type Language,
  type SearchAnswer,
  type SearchQuery,
  type Suggestions,
} from '@broadsheet/types';
import type { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { SearchService } from './search.service.ts';
import { SuggestionsService } from './suggestions.service.ts';

@ApiTags('public')
@Controller('public/:language')
export class SearchController {
  constructor(
    @Inject(SearchService) private readonly search: SearchService,
    @Inject(SuggestionsService) private readonly suggestions: SuggestionsService,
  ) {}

  /** All words must be found; "quotes" keep words together, a minus leaves a word out. */
  @Get('search')
  @Access('public')
  @Answers(searchAnswer)
  find(
    @Param('language', { schema: language }) inLanguage: Language,
    @Query({ schema: searchQuery }) query: SearchQuery,
  ): Promise<SearchAnswer> {
    return this.search.find(inLanguage, query);
  }

  @Get('suggestions')
  @Access('public')
  @Answers(suggestions)
  async suggest(
    @Param('language', { schema: language }) inLanguage: Language,
    @Query({ schema: suggestionsQuery }) { q }: z.infer<typeof suggestionsQuery>,
  ): Promise<Suggestions> {
    return { items: await this.suggestions.of(inLanguage, q) };
  }
}
