import { suggestionRecords } from '@broadsheet/types';
import * as Y from 'yjs';
import { Documents } from '../../src/collaboration/documents.service.ts';
import type { TestApp } from '../create-test-app.ts';

/** Puts words that somebody only suggests into an article's first block. */
export async function suggestWords(
  test: TestApp,
  articleId: string,
  author: string,
  words: string,
): Promise<void> {
  const suggest = (ydoc: Y.Doc) => {
    const id = crypto.randomUUID();
    const at = new Date().toISOString();
    ydoc.getMap(suggestionRecords).set(id, { author, name: 'Timur', colour: 1, at });
    const block = ydoc.getXmlFragment('body').get(0);
    if (!(block instanceof Y.XmlElement)) throw new Error('The text has no first block.');
    const first = block.length > 0 ? block.get(0) : null;
    const line = first instanceof Y.XmlText ? first : new Y.XmlText();
    if (line !== first) block.insert(0, [line]);
    line.insert(0, words, { 'insertion--AAAAAAAA': { id } });
  };
  const { dataSource, app } = test;
  await dataSource.transaction((manager) => app.get(Documents).annotate(manager, articleId, suggest));
}
