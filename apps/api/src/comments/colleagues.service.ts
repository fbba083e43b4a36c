import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Colleague } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { scopeOf, type ArticleRow } from '../articles/article-rows.ts';
import type { Person } from '../common/access.ts';
import { may } from '../permissions/permissions.ts';
import { toUser, userColumns, type UserRow } from '../users/to-user.ts';
import { commentableArticle } from './thread-access.ts';

const mostFound = 8;
const batch = 200;
const active = 'u.suspended_at is null and u.password_hash is not null';

/** Who of the newsroom may read an article, and so may be called and told of what is said about it. */
@Injectable()
export class Colleagues {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those whose name has a word that begins so; nobody who may not read the story, and not oneself. */
  async find(person: Person, articleId: string, search: string): Promise<Colleague[]> {
    const article = await commentableArticle(this.dataSource, person, articleId);
    const pattern = search.replaceAll(/[\\%_]/g, '\\$&');
    const found: Colleague[] = [];
    for (let offset = 0; found.length < mostFound; offset += batch) {
      const rows: UserRow[] = await this.dataSource.query(
        `select ${userColumns} from "user" u
          where ${active} and u.id <> $1 and (u.name ilike $2 or u.name ilike $3)
          order by u.name, u.id limit ${batch} offset $4`,
        [person.id, `${pattern}%`, `% ${pattern}%`, offset],
      );
      found.push(...readersAmong(rows, article));
      if (rows.length < batch) break;
    }
    return found.slice(0, mostFound);
  }

  /** Those of the given people who may read the article now. */
  async readers(
    queries: Pick<EntityManager, 'query'>,
    article: ArticleRow,
    ids: readonly string[],
  ): Promise<Colleague[]> {
    if (ids.length === 0) return [];
    const rows: UserRow[] = await queries.query(
      `select ${userColumns} from "user" u where ${active} and u.id = any($1::uuid[])`,
      [ids],
    );
    return readersAmong(rows, article);
  }
}

const readersAmong = (rows: readonly UserRow[], article: ArticleRow): Colleague[] =>
  rows
    .map(toUser)
    .filter((user) => may(user, 'story.read', scopeOf(article)))
    .map(({ id, name, colour }) => ({ id, name, colour }));
