import { Module } from '@nestjs/common';
import { PublicArticleService } from './public-article.service.ts';
import { PublicListsService } from './public-lists.service.ts';
import { PublicController } from './public.controller.ts';

@Module({ controllers: [PublicController], providers: [PublicArticleService, PublicListsService] })
export class PublicModule {}
