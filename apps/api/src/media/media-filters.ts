import { rightsWarningDays, type MediaListQuery } from '@broadsheet/types';
import type { Holder, SqlParameters } from '../permissions/permissions.ts';
import { siteTimeZone, siteToday } from './media-rights.ts';

const liveLanguages = '(select live_languages from site_settings limit 1)';

/** Whether any text, lead or page uses a file now; what was given to a story and is not used does not count. */
const isUsed = `(exists (select 1 from article used where used.media_ids @> array[media.id])
  or exists (select 1 from story led where led.lead_media_id = media.id)
  or exists (select 1 from media_crop c join published_media p on p.key = c.key where c.media_id = media.id))`;

/** A picture that lacks alt text in a language of the site. */
export const lacksAlt = `(media.kind = 'picture' and exists (
  select 1 from unnest(${liveLanguages}) live where coalesce(media.alt ->> live, '') = ''))`;

export const rightsSql = {
  ended: `media.rights_end < ${siteToday}`,
  ending: `(media.rights_end >= ${siteToday} and media.rights_end < ${siteToday} + ${rightsWarningDays})`,
  known: 'media.rights_end is not null',
  endless: 'media.rights_end is null',
};

/** The filters of a list as conditions over `media`. */
export function mediaConditions(person: Holder, query: MediaListQuery, parameters: SqlParameters): string[] {
  const conditions = searched(query.search ?? '', parameters);
  if (query.kind) conditions.push(`media.kind = ${parameters.add(query.kind)}`);
  if (query.uploader) {
    const id = query.uploader === 'me' ? person.id : query.uploader;
    conditions.push(`media.uploaded_by_id = ${parameters.add(id)}::uuid`);
  }
  if (query.from)
    conditions.push(`media.created_at >= ${parameters.add(query.from)}::date at time zone ${siteTimeZone}`);
  if (query.to)
    conditions.push(
      `media.created_at < (${parameters.add(query.to)}::date + 1) at time zone ${siteTimeZone}`,
    );
  if (query.rights) conditions.push(rightsSql[query.rights]);
  if (query.used) conditions.push(query.used === 'yes' ? isUsed : `not ${isUsed}`);
  if (query.noAlt === 'any') conditions.push(lacksAlt);
  else if (query.noAlt)
    conditions.push(
      `media.kind = 'picture' and coalesce(media.alt ->> ${parameters.add(query.noAlt)}, '') = ''`,
    );
  return conditions;
}

/** Each word must stand in one of the texts. */
function searched(search: string, parameters: SqlParameters): string[] {
  const words = search.replaceAll('\0', '').split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => {
    const pattern = parameters.add(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
    return `(media.filename ilike ${pattern} or media.credit ilike ${pattern} or media.creator ilike ${pattern}
      or array_to_string(media.keywords, ' ') ilike ${pattern}
      or jsonb_path_query_array(media.headline, '$.*')::text ilike ${pattern}
      or jsonb_path_query_array(media.alt, '$.*')::text ilike ${pattern}
      or jsonb_path_query_array(media.caption, '$.*')::text ilike ${pattern})`;
  });
}
