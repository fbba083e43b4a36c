import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { ViewsService } from '../views/views.service.ts';

const hour = 3_600_000;
/** A day's readings of the most read story of each language; each of the next has some fewer. */
const most = 940;
const daysBack = 7;

/**
 * Readings of the last days, counted through the same service as those of real readers. They differ from story to story
 * but not from load to load.
 */
export async function addDemoViews(app: NestFastifyApplication): Promise<void> {
  const articles: { id: string; place: number; hoursOld: number }[] = await app.get(DataSource).query(
    `select article_id as id, extract(epoch from now() - published_at) / 3600 as "hoursOld",
            (row_number() over (partition by language order by md5(slug)))::int as place
       from published_article`,
  );
  const now = Date.now();
  for (let day = 0; day < daysBack; day++) {
    const views = articles
      .filter(({ hoursOld }) => hoursOld > day * 24)
      .map(({ id, place }) => ({ articleId: id, count: viewsOf(place, day) }));
    if (views.length > 0)
      await app.get(ViewsService, { strict: false }).add(views, new Date(now - (day * 24 + 1) * hour));
  }
}

/** Interest falls from place to place and, faster for some than for others, from day to day. */
const viewsOf = (place: number, day: number): number =>
  Math.max(1, Math.round(most / (place + 0.6) / (1 + (day * (place % 3)) / 2)) - place * 3);
