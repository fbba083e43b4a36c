import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { iconSizes, language, type Language } from '@broadsheet/types';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '../common/access.ts';
import { ApiTags } from '../common/api-description.ts';
import { Cards } from './cards.service.ts';

const version = z.string().regex(/^[0-9a-f]{12}$/);
const iconSize = z.coerce.number().pipe(z.literal(iconSizes));
/** A version never shows anything else. */
const cacheControl = 'public, max-age=86400';

/** Pictures that are drawn from the words of what is published. */
@ApiTags('public')
@Controller('public')
export class CardsController {
  constructor(@Inject(Cards) private readonly cards: Cards) {}

  @Get('cards/:id/:version')
  @Access('public')
  async card(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('version', { schema: version }) cardVersion: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.cards.card(id.toLowerCase(), cardVersion));
  }

  @Get('icons/:language/:version/:size')
  @Access('public')
  async icon(
    @Param('language', { schema: language }) inLanguage: Language,
    @Param('version', { schema: version }) iconVersion: string,
    @Param('size', { schema: iconSize }) size: (typeof iconSizes)[number],
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.cards.icon(inLanguage, iconVersion, size));
  }
}

const send = (reply: FastifyReply, picture: Buffer) =>
  reply.header('content-type', 'image/png').header('cache-control', cacheControl).send(picture);
