import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  author,
  authorInput,
  authorUpdate,
  id,
  publicTerm,
  publicTermPage,
  publicTermQuery,
  slug,
  type Author,
  type AuthorInput,
  type AuthorUpdate,
  type PublicTerm,
  type PublicTermPage,
  type PublicTermQuery,
} from '@broadsheet/types';
import { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { AuthorsService } from './authors.service.ts';

const authorList = z.object({ items: z.array(author) }).meta({ id: 'AuthorList' });

@ApiTags('authors')
@Controller('authors')
export class AuthorsController {
  constructor(@Inject(AuthorsService) private readonly authors: AuthorsService) {}

  @Get()
  @Access('signed-in')
  @Answers(authorList)
  async list(): Promise<z.infer<typeof authorList>> {
    return { items: await this.authors.list() };
  }

  @Post()
  @Access({ newsroom: 'author.manage' })
  @Answers(author, 201)
  create(@Body({ schema: authorInput }) input: AuthorInput): Promise<Author> {
    return this.authors.create(input);
  }

  @Patch(':id')
  @Access({ newsroom: 'author.manage' })
  @Answers(author)
  update(
    @Param('id', { schema: id }) authorId: string,
    @Body({ schema: authorUpdate }) input: AuthorUpdate,
  ): Promise<Author> {
    return this.authors.update(authorId, input);
  }
}

@ApiTags('public')
@Controller('public/terms/author')
export class PublicAuthorsController {
  constructor(@Inject(AuthorsService) private readonly authors: AuthorsService) {}

  @Get()
  @Access('public')
  @Answers(publicTermPage)
  list(@Query({ schema: publicTermQuery }) { after }: PublicTermQuery): Promise<PublicTermPage> {
    return this.authors.publicTerms(after);
  }

  @Get(':slug')
  @Access('public')
  @Answers(publicTerm)
  find(@Param('slug', { schema: slug }) termSlug: string): Promise<PublicTerm> {
    return this.authors.publicTerm(termSlug);
  }
}
