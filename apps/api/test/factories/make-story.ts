import type { Language } from '@broadsheet/types';
import { newId } from '../../src/common/new-id.ts';
import type { TestApp } from '../create-test-app.ts';

export interface StoryOptions {
  createdById: string;
  sectionId?: string | null;
  regionIds?: string[];
  /** One article row each, without a document: for tests of lists and rights. Write text through the API. */
  languages?: Language[];
}

export interface MadeStory {
  id: string;
  articleIds: Partial<Record<Language, string>>;
}

/** The rows of a story and of its articles. */
export async function makeStory(test: TestApp, options: StoryOptions): Promise<MadeStory> {
  const id = newId();
  await test.dataSource.query('insert into story (id, section_id, created_by_id) values ($1, $2, $3)', [
    id,
    options.sectionId ?? null,
    options.createdById,
  ]);
  for (const [position, regionId] of (options.regionIds ?? []).entries())
    await test.dataSource.query(
      'insert into story_region (story_id, region_id, position) values ($1, $2, $3)',
      [id, regionId, position],
    );
  const articleIds: Partial<Record<Language, string>> = {};
  for (const language of options.languages ?? ['en']) {
    const articleId = newId();
    await test.dataSource.query('insert into article (id, story_id, language) values ($1, $2, $3)', [
      articleId,
      id,
      language,
    ]);
    articleIds[language] = articleId;
  }
  return { id, articleIds };
}
