import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import {
  language,
  publicFeed,
  publicFeedQuery,
  publicMarkdown,
  sitemapPage,
  sitemapParts,
  type Language,
  type PublicFeedQuery,
} from '@broadsheet/types';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { DomainError } from '../common/domain-error.ts';
import { ApiTags } from '../common/api-description.ts';
import { PublicFeedsService } from './public-feeds.service.ts';
import { PublicSitemapsService } from './public-sitemaps.service.ts';

const json = 'application/json; charset=utf-8';
const sitemapQuery = z.strictObject({ after: z.string().max(200).optional() });
type SitemapQuery = z.infer<typeof sitemapQuery>;

/** What machines get: feeds, text versions, sitemaps. */
@ApiTags('public')
@Controller('public/:language')
export class PublicMachinesController {
  constructor(
    @Inject(PublicFeedsService) private readonly feeds: PublicFeedsService,
    @Inject(PublicSitemapsService) private readonly sitemaps: PublicSitemapsService,
  ) {}

  @Get('feed')
  @Access('public')
  @Answers(publicFeed)
  async feed(
    @Param('language', { schema: language }) inLanguage: Language,
    @Query({ schema: publicFeedQuery }) query: PublicFeedQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.header('content-type', json).send(await this.feeds.feed(inLanguage, query));
  }

  /** 404 as well when the site has no text versions. */
  @Get('articles/:slug/markdown')
  @Access('public')
  @Answers(publicMarkdown)
  async markdown(
    @Param('language', { schema: language }) inLanguage: Language,
    @Param('slug') slug: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.feeds.markdown(inLanguage, slug.replaceAll('\0', ''));
    if (answer === null)
      throw new DomainError('NOT_FOUND', 'There is no text version at this address. Read the page instead.');
    await reply.header('content-type', json).send(answer);
  }

  @Get('sitemap')
  @Access('public')
  @Answers(sitemapPage)
  async sitemap(
    @Param('language', { schema: language }) inLanguage: Language,
    @Query({ schema: sitemapQuery }) { after }: SitemapQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.header('content-type', json).send(await this.sitemaps.page(inLanguage, after));
  }

  @Get('sitemap/parts')
  @Access('public')
  @Answers(sitemapParts)
  async sitemapParts(
    @Param('language', { schema: language }) inLanguage: Language,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.header('content-type', json).send(await this.sitemaps.parts(inLanguage));
  }

  /** What came out in the last two days, a thousand at a time. */
  @Get('sitemap/news')
  @Access('public')
  @Answers(sitemapPage)
  async newsSitemap(
    @Param('language', { schema: language }) inLanguage: Language,
    @Query({ schema: sitemapQuery }) { after }: SitemapQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.header('content-type', json).send(await this.sitemaps.news(inLanguage, after));
  }
}
