import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import {
  language,
  meantAnswer,
  meantQuery,
  searchAnswer,
  searchQuery,
  suggestions,
  suggestionsQuery,
  type Language,
  type SearchAnswer,
  type SearchQuery,
  type Suggestions,
} from '@broadsheet/types';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { MeantService } from './meant.service.ts';
import { SearchService } from './search.service.ts';
import { SuggestionsService } from './suggestions.service.ts';

@ApiTags('public')
@Controller('public/:language')
export class SearchController {
  constructor(
    @Inject(SearchService) private readonly search: SearchService,
    @Inject(SuggestionsService) private readonly suggestions: SuggestionsService,
    @Inject(MeantService) private readonly meant: MeantService,
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

  /** For a page that is not there: what its address may have meant. */
  @Get('meant')
  @Access('public')
  @Answers(meantAnswer)
  async likest(
    @Param('language', { schema: language }) inLanguage: Language,
    @Query({ schema: meantQuery }) { slug }: z.infer<typeof meantQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .header('content-type', 'application/json; charset=utf-8')
      .send(await this.meant.of(inLanguage, slug));
  }
}
