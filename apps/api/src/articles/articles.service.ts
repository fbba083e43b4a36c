import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Article, UpdateArticleInput } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { Notices } from '../database/notices.service.ts';
import { ENV, type Env } from '../env.ts';
import { may } from '../permissions/permissions.ts';
import { addressOwner } from '../publishing/addresses.ts';
import { noteWriter } from '../revisions/next-writers.ts';
import { writeAuthors } from './article-authors.ts';
import { lockedArticle, readableArticle, scopeOf, type ArticleRow } from './article-rows.ts';
import { refuseStale } from './changed-meanwhile.ts';
import { toArticle } from './to-article.ts';

/** One language's version of a story: what is kept of it beside the text that is written together. */
@Injectable()
export class ArticlesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async get(person: Person, id: string, manager: EntityManager = this.dataSource.manager): Promise<Article> {
    return toArticle(await readableArticle(manager, person, id), person, this.env.SITE_URL);
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, CHANGED_MEANWHILE, SLUG_TAKEN */
  async update(person: Person, id: string, input: UpdateArticleInput): Promise<Article> {
    return this.dataSource.transaction(async (manager) => {
      await readableArticle(manager, person, id);
      const row = await lockedArticle(manager, id);
      if (!may(person, 'article.write', scopeOf(row)))
        throw new DomainError(
          'FORBIDDEN',
          'You may read this article but not change it. Nothing was changed.',
        );
      refuseStale(row, input.version);
      if (input.slug) await this.refuseTakenSlug(manager, row, input.slug);
      await this.write(manager, person, row.id, input);
      await noteWriter(manager, [id], person.id);
      await this.notices.send(manager, 'article', id);
      return this.get(person, id, manager);
    });
  }

  private async write(
    manager: EntityManager,
    person: Person,
    id: string,
    input: UpdateArticleInput,
  ): Promise<void> {
    await manager.query(
      `update article set slug = case when $2 then $3 else slug end, seo_title = coalesce($4, seo_title),
              seo_description = coalesce($5, seo_description), summary = coalesce($6, summary),
              canonical_url = case when $7 then $8 else canonical_url end,
              source_name = coalesce($9, source_name), source_url = case when $10 then $11 else source_url end,
              last_change = 'details', last_change_by_id = $12, version = version + 1
        where id = $1`,
      [
        id,
        input.slug !== undefined,
        input.slug ?? null,
        input.seoTitle ?? null,
        input.seoDescription ?? null,
        input.summary ?? null,
        input.canonicalUrl !== undefined,
        input.canonicalUrl ?? null,
        input.sourceName ?? null,
        input.sourceUrl !== undefined,
        input.sourceUrl ?? null,
        person.id,
      ],
    );
    if (input.authors) await writeAuthors(manager, id, input.authors);
  }

  private async refuseTakenSlug(manager: EntityManager, row: ArticleRow, slug: string): Promise<void> {
    const owner = await addressOwner(manager, row.language, slug);
    if (owner !== null && owner !== row.id)
      throw new DomainError(
        'SLUG_TAKEN',
        'Another article in this language has, or had, this address. Nothing was changed; choose another.',
        [{ path: 'slug', message: 'This address belongs to another article.' }],
      );
  }
}
