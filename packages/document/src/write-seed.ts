import { fragments, type ArticleContent } from '@broadsheet/types';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { contentToNodes } from './article-nodes.ts';
import { newBlockId } from './block-id.ts';
import { DocumentError } from './document-error.ts';

/** An article with nothing in it yet: one empty paragraph to write in. */
export function emptyArticle(): ArticleContent {
  return {
    headline: '',
    standfirst: [],
    body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: newBlockId() } }] },
  };
}

/**
 * Writes an article's first content into a new document, in one transaction. Throws `DocumentError` if the
 * content is invalid or the document already holds something: a seed written twice would double the text.
 */
export function writeSeed(ydoc: Y.Doc, content: ArticleContent): void {
  const nodes = contentToNodes(content);
  if (fragments.some((name) => ydoc.getXmlFragment(name).length > 0)) {
    throw new DocumentError('The document to seed is not empty.');
  }
  ydoc.transact(() => {
    for (const name of fragments) prosemirrorToYXmlFragment(nodes[name], ydoc.getXmlFragment(name));
  });
}
