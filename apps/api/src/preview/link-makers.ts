import { grantsSql } from '../permissions/grants-sql.ts';
import { may, type Holder, type Scope } from '../permissions/permissions.ts';

/** Who made a link, with the rights of this moment, and where its article stands. */
export interface MadeLink {
  maker: Holder;
  scope: Scope;
  /** A person's own look, and no link for outsiders. */
  is_own: boolean;
}

/** The columns of `MadeLink`; `linksOfMakers` has their aliases. */
export const makerColumns = `l.session_id is not null as is_own,
  json_build_object('id', u.id, 'grants', ${grantsSql}) as maker,
  json_build_object('sectionId', s.section_id, 'language', a.language, 'createdById', s.created_by_id,
    'regionIds', array(select r.region_id from story_region r where r.story_id = s.id)) as scope`;

/** Links (`l`) that hold as far as the clock and people's hands go, of makers (`u`) who still work here. */
export const linksOfMakers = `preview_link l join article a on a.id = l.article_id
  join story s on s.id = a.story_id
  join "user" u on u.id = l.created_by_id and u.suspended_at is null
  where l.revoked_at is null and l.expires_at > now()`;

/** Whether its maker might still make it: a link shows nothing that its maker may not read or show any more. */
export const mayStillBeMade = ({ maker, scope, is_own: isOwn }: MadeLink): boolean =>
  may(maker, isOwn ? 'story.read' : 'article.write', scope);
