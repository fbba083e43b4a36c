import { languages, type Language, type Story } from '@broadsheet/types';
import type { ArticleRow } from '../articles/article-rows.ts';
import { toArticleSummary } from '../articles/to-article.ts';
import { may, type Holder } from '../permissions/permissions.ts';
import { storyScope, type StoryRow } from './story-rows.ts';

/** A story with its articles for the person who asked. */
export function toStory(
  row: StoryRow,
  articles: readonly ArticleRow[],
  holder: Holder,
  liveLanguages: readonly Language[],
): Story {
  const scope = storyScope(row);
  const taken = new Set(articles.map((article) => article.language));
  return {
    id: row.id,
    sectionId: row.section_id,
    regionIds: row.region_ids,
    topicIds: row.topic_ids,
    leadMediaId: row.lead_media_id,
    priority: row.priority,
    contentType: row.content_type,
    notes: row.notes,
    createdBy: { id: row.created_by_id, name: row.created_by_name },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    articles: articles.map(toArticleSummary),
    may: {
      edit: may(holder, 'story.edit', scope),
      startLanguages: languages.filter(
        (language) =>
          liveLanguages.includes(language) &&
          !taken.has(language) &&
          may(holder, 'article.write', { ...scope, language }),
      ),
    },
    version: row.version,
    changedBy: row.changed_by_name,
  };
}
