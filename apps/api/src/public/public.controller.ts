import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import {
  language,
  mostRead,
  mostReadQuery,
  publicArticle,
  publicAround,
  publicFront,
  publicList,
  publicListQuery,
  publicPage,
  type Language,
  type MostReadQuery,
  type PublicGone,
  type PublicListQuery,
} from '@broadsheet/types';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { DomainError } from '../common/domain-error.ts';
import { ApiTags } from '../common/api-description.ts';
import { toProblem } from '../common/problem.filter.ts';
import { MostReadService } from './most-read.service.ts';
import { PublicArticleService, type PublicArticleAnswer } from './public-article.service.ts';
import { PublicListsService } from './public-lists.service.ts';

const json = 'application/json; charset=utf-8';
const frontQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(60).default(12) });

/** What readers get, for the reader site and for anyone who asks. */
@ApiTags('public')
@Controller('public/:language')
export class PublicController {
  constructor(
    @Inject(PublicArticleService) private readonly article: PublicArticleService,
    @Inject(PublicListsService) private readonly lists: PublicListsService,
    @Inject(MostReadService) private readonly read: MostReadService,
  ) {}

  @Get('articles')
  @Access('public')
  @Answers(publicList)
  async list(
    @Param('language', { schema: language }) inLanguage: Language,
    @Query({ schema: publicListQuery }) query: PublicListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.header('content-type', json).send(await this.lists.articles(inLanguage, query));
  }

  /** 301 with the present address for a former slug, 410 for an article that was taken down (`PublicGone`). */
  @Get('articles/:slug')
  @Access('public')
  @Answers(publicArticle)
  async one(
    @Param('language', { schema: language }) inLanguage: Language,
    @Param('slug') slug: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.article.find(inLanguage, slug.replaceAll('\0', '')));
  }

  /** The article with what stands around it; a former slug, an article that was taken down: as above. */
  @Get('articles/:slug/page')
  @Access('public')
  @Answers(publicPage)
  async page(
    @Param('language', { schema: language }) inLanguage: Language,
    @Param('slug') slug: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.article.page(inLanguage, slug.replaceAll('\0', '')));
  }

  /** 404 for whatever is not published at this address now, former slugs included. */
  @Get('articles/:slug/around')
  @Access('public')
  @Answers(publicAround)
  async around(
    @Param('language', { schema: language }) inLanguage: Language,
    @Param('slug') slug: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.lists.around(inLanguage, slug.replaceAll('\0', ''));
    if (answer === null)
      throw new DomainError('NOT_FOUND', 'There is no article at this address. Look for it by its headline.');
    await reply.header('content-type', json).send(answer);
  }

  /** The stories of a front in their order, and the newest long reads. */
  @Get('front')
  @Access('public')
  @Answers(publicFront)
  async front(
    @Param('language', { schema: language }) inLanguage: Language,
    @Query({ schema: frontQuery }) { limit }: z.infer<typeof frontQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.header('content-type', json).send(await this.lists.front(inLanguage, limit));
  }

  @Get('most-read')
  @Access('public')
  @Answers(mostRead)
  async mostRead(
    @Param('language', { schema: language }) inLanguage: Language,
    @Query({ schema: mostReadQuery }) query: MostReadQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.header('content-type', json).send(await this.read.find(inLanguage, query));
  }
}

const withdrawn = new DomainError(
  'GONE',
  'This article was taken off the site. It will not come back by itself.',
);

/** @throws DomainError NOT_FOUND */
async function send(reply: FastifyReply, answer: PublicArticleAnswer): Promise<void> {
  switch (answer.kind) {
    case 'article':
      return void (await reply.header('content-type', json).send(answer.json));
    case 'moved':
      return void (await reply.status(301).header('location', answer.to).send({ redirect: answer.to }));
    case 'gone':
      return void (await reply
        .status(410)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send({ ...toProblem(withdrawn), translations: answer.translations } satisfies PublicGone));
    case 'nothing':
      throw new DomainError('NOT_FOUND', 'There is no article at this address. Look for it by its headline.');
  }
}
