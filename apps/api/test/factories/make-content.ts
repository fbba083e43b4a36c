import { newBlockId } from '@broadsheet/document';
import type { ArticleContent, Block } from '@broadsheet/types';
import { Documents } from '../../src/collaboration/documents.service.ts';
import type { TestApp } from '../create-test-app.ts';

/** An article's text: a headline, a standfirst and a paragraph for each of the rest. */
export function makeContent(headline: string, paragraphs: string[] = ['The bridge opened.']): ArticleContent {
  return {
    headline,
    standfirst: [{ type: 'text', text: `${headline}, in short.` }],
    body: {
      type: 'doc',
      content: paragraphs.map((text): Block => ({
        type: 'paragraph',
        attrs: { id: newBlockId() },
        content: text ? [{ type: 'text', text }] : [],
      })),
    },
  };
}

/** Writes a text as its author would, through the log. */
export async function writeText(
  test: TestApp,
  articleId: string,
  userId: string,
  content: ArticleContent,
): Promise<void> {
  await test.app.get(Documents).change(articleId, userId, content);
}
