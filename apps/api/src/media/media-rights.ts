import { rightsWarningDays } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';

/** A file whose rights have ended or soon will. */
export interface EndingRights {
  mediaId: string;
  filename: string;
  /** The last day on which it may be published: YYYY-MM-DD. */
  rightsEnd: string;
  /** It may not be published any more, or not at the time that was asked about. */
  hasEnded: boolean;
}

/** The time zone that the newsroom is in. */
export const siteTimeZone = '(select time_zone from site_settings limit 1)';

/** The day of an instant, where the newsroom is. */
const siteDay = (instant: string) => `(${instant} at time zone ${siteTimeZone})::date`;
export const siteToday = siteDay('now()');

/**
 * Which of these files have rights that ended, or will within the days of a warning; the earliest first. For checks
 * of an article give it `pictureIds` of the body and the lead.
 * @param at when readers will get it, if that is later than now: rights that end before count as ended
 */
export async function endingRights(
  queries: Pick<EntityManager, 'query'>,
  mediaIds: readonly string[],
  at: Date | null = null,
): Promise<EndingRights[]> {
  if (mediaIds.length === 0) return [];
  const day = siteDay('greatest(now(), $2::timestamptz)');
  return queries.query(
    `select id as "mediaId", filename, rights_end::text as "rightsEnd", rights_end < ${day} as "hasEnded"
       from media
      where id = any($1::uuid[]) and rights_end < ${day} + ${rightsWarningDays}
      order by rights_end, id`,
    [mediaIds, at],
  );
}

/** Likewise of an article as it is written now: what its text uses and what leads its story. */
export async function endingRightsOfArticle(
  queries: Pick<EntityManager, 'query'>,
  articleId: string,
): Promise<EndingRights[]> {
  const rows: { ids: string[] }[] = await queries.query(
    `select a.media_ids || case when s.lead_media_id is null then '{}' else array[s.lead_media_id] end as ids
       from article a join story s on s.id = a.story_id where a.id = $1`,
    [articleId],
  );
  return endingRights(queries, rows[0]?.ids ?? []);
}
