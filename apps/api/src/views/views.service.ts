import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ViewBatch } from '@broadsheet/types';
import { DataSource } from 'typeorm';

/** Days that single hours are kept: longer than the longest list of what is most read looks back. */
const daysKept = 8;
const hourLength = 3_600_000;

/** Rows are taken in one order, so that two batches at once wait for each other instead of for ever. */
const add = `
  with counted as (
    select p.article_id, p.language, sum(c.count)::int as views
      from unnest($1::uuid[], $2::int[]) as c(article_id, count) join published_article p using (article_id)
     group by p.article_id, p.language order by p.article_id),
  totals as (
    insert into article_views as v (article_id, views) select article_id, views from counted order by article_id
    on conflict (article_id) do update set views = v.views + excluded.views)
  insert into article_view_hour as v (article_id, hour, language, views)
  select article_id, date_trunc('hour', coalesce($3, now())), language, views from counted order by article_id
  on conflict (article_id, hour) do update set views = v.views + excluded.views`;

/** Adds up how often published articles are read. Nothing here knows of readers: only numbers arrive. */
@Injectable()
export class ViewsService {
  private prunedAt = 0;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param at the hour they belong to; now, except for an import */
  async add(views: ViewBatch['views'], at: Date | null = null): Promise<void> {
    // first, for a batch that fails is sent again: what is counted already would count twice
    await this.prune();
    await this.dataSource.query(add, [
      views.map(({ articleId }) => articleId),
      views.map(({ count }) => count),
      at,
    ]);
  }

  /** Forgets single hours that no list asks for any more; totals stay. */
  private async prune(): Promise<void> {
    if (Date.now() - this.prunedAt < hourLength) return;
    this.prunedAt = Date.now();
    await this.dataSource.query(
      `delete from article_view_hour
        where language = any(array['az', 'ru', 'en', 'hy']) and hour < now() - $1 * interval '1 day'`,
      [daysKept],
    );
  }
}
