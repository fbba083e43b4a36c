import type { ContentType } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import type { Person } from '../common/access.ts';
import { notFound } from '../common/changed-meanwhile.ts';
import { may, type Scope } from '../permissions/permissions.ts';

/** What the languages of a story share. */
export interface StoryRow {
  id: string;
  section_id: string | null;
  lead_media_id: string | null;
  priority: number;
  content_type: ContentType;
  notes: string;
  created_by_id: string;
  created_by_name: string;
  changed_by_name: string | null;
  created_at: Date;
  updated_at: Date;
  version: number;
  region_ids: string[];
  topic_ids: string[];
}

const ordered = (table: string, column: string) =>
  `array(select l.${column} from ${table} l where l.story_id = story.id order by l.position)`;

type Queries = Pick<EntityManager, 'query'>;

/** The stories with these ids, in the order of the ids. */
export const findStories = (queries: Queries, ids: string[]): Promise<StoryRow[]> =>
  queries.query(
    `select story.id, story.section_id, story.lead_media_id, story.priority, story.content_type,
            story.notes, story.created_by_id,
            creator.name as created_by_name, changer.name as changed_by_name, story.created_at, story.updated_at,
            story.version, ${ordered('story_region', 'region_id')} as region_ids,
            ${ordered('story_topic', 'topic_id')} as topic_ids
       from story
       join "user" creator on creator.id = story.created_by_id
       left join "user" changer on changer.id = story.changed_by_id
      where story.id = any($1::uuid[]) order by array_position($1::uuid[], story.id)`,
    [ids],
  );

export const storyScope = (row: StoryRow): Scope => ({
  sectionId: row.section_id,
  regionIds: row.region_ids,
  language: null,
  createdById: row.created_by_id,
});

/** @throws DomainError NOT_FOUND for a story that the person may not read, too */
export async function readableStory(queries: Queries, person: Person, id: string): Promise<StoryRow> {
  const [row] = await findStories(queries, [id]);
  if (!row || !may(person, 'story.read', storyScope(row))) throw notFound('story');
  return row;
}
