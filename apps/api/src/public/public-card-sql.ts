/** An instant as JSON clients read it, in milliseconds and UTC. */
export const isoInstant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The fields of a `PublicCard` for json_build_object, from `published_article` under the alias p. */
export const cardColumns = `
    'id', p.article_id, 'storyId', p.story_id, 'language', p.language, 'slug', p.slug, 'headline', p.headline,
    'standfirst', p.standfirst, 'sectionId', p.section_id, 'regionIds', p.region_ids,
    'authorNames', jsonb_path_query_array(p.authors, '$[*] ? (@.role == "text").name'), 'picture', p.picture,
    'priority', p.priority, 'wordCount', p.word_count, 'contentType', p.content_type,
    'publishedAt', ${isoInstant('p.published_at')}, 'modifiedAt', ${isoInstant('p.modified_at')}`;
