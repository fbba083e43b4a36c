import { renderText } from '@broadsheet/document';
import type { ArticleContent, Language } from '@broadsheet/types';
import { Documents } from '../../src/collaboration/documents.service.ts';
import { newId } from '../../src/common/new-id.ts';
import type { TestApp } from '../create-test-app.ts';
import { makeStory } from '../factories/make-story.ts';

export interface ArticleOptions {
  createdById: string;
  content?: ArticleContent | null;
  sectionId?: string | null;
  language?: Language;
}

/** A story with one article and its document. */
export async function makeArticle(test: TestApp, options: ArticleOptions): Promise<string> {
  const { createdById, content = null, sectionId = null, language = 'en' } = options;
  const { id: storyId } = await makeStory(test, { createdById, sectionId, languages: [] });
  const articleId = newId();
  await test.dataSource.transaction(async (manager) => {
    await manager.query('insert into article (id, story_id, language) values ($1, $2, $3)', [
      articleId,
      storyId,
      language,
    ]);
    await test.app.get(Documents).create(manager, articleId, content, createdById);
  });
  return articleId;
}

/** The body that is stored of an article, whoever holds it in memory: a line for each paragraph. */
export async function storedText(test: TestApp, articleId: string): Promise<string> {
  const { content } = await test.dataSource.transaction((manager) =>
    test.app.get(Documents).snapshot(manager, articleId),
  );
  return renderText(content.body);
}

/** An article's content with one paragraph. */
export const oneParagraph = (text: string, headline = ''): ArticleContent => ({
  headline,
  standfirst: [],
  body: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { id: 'first-block' },
        ...(text ? { content: [{ type: 'text', text }] } : {}),
      },
    ],
  },
});
