import { Module } from '@nestjs/common';
import { Candidates } from './candidates.service.ts';
import { Corrections } from './corrections.service.ts';
import { SearchIndex } from './search-index.service.ts';
import { SearchUpkeep } from './search-upkeep.service.ts';
import { MeantService } from './meant.service.ts';
import { SearchController } from './search.controller.ts';
import { SearchService } from './search.service.ts';
import { Stems } from './stems.service.ts';
import { SuggestionsService } from './suggestions.service.ts';
import { TimeWindows } from './time-windows.service.ts';

@Module({
  controllers: [SearchController],
  providers: [
    Candidates,
    Corrections,
    MeantService,
    SearchIndex,
    SearchService,
    SearchUpkeep,
    Stems,
    SuggestionsService,
    TimeWindows,
  ],
  exports: [SearchIndex],
})
export class SearchModule {}
