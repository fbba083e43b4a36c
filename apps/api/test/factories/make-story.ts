import type { Language } from '@broadsheet/types';
import { Documents } from '../../src/collaboration/documents.service.ts';
import { newId } from '../../src/common/new-id.ts';
import type { TestApp } from '../create-test-app.ts';

export interface StoryOptions {
  createdById: string;
  sectionId?: string | null;
  regionIds?: string[];
  /** One article each, with an empty text. Write text through `Documents` or the socket. */
  languages?: Language[];
}

export interface MadeStory {
  id: string;
  articleIds: Partial<Record<Language, string>>;
}

/** A story and its articles, where nobody wrote anything yet. */
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
    await test.app.get(Documents).create(test.dataSource.manager, articleId, null, options.createdById);
    articleIds[language] = articleId;
  }
  return { id, articleIds };
}
