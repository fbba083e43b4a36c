import { Module } from '@nestjs/common';
import { MostReadService } from './most-read.service.ts';
import { PublicArticleService } from './public-article.service.ts';
import { PublicFeedsService } from './public-feeds.service.ts';
import { PublicListsService } from './public-lists.service.ts';
import { PublicMachinesController } from './public-machines.controller.ts';
import { PublicSitemapsService } from './public-sitemaps.service.ts';
import { PublicController } from './public.controller.ts';

@Module({
  controllers: [PublicController, PublicMachinesController],
  providers: [
    MostReadService,
    PublicArticleService,
    PublicFeedsService,
    PublicListsService,
    PublicSitemapsService,
  ],
})
export class PublicModule {}
