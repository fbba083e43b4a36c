import { readDocument, replaceContent, writeSeed } from '@broadsheet/document';
import type { ArticleContent, Block } from '@broadsheet/types';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { everyBlock, paragraph, text } from '../../../../../../packages/document/test/every-block.ts';
import { mayBeUndone } from './undo-steps.ts';

const first = paragraph('firstblock1', text('The river was low.'));
const article = (...blocks: Block[]): ArticleContent => ({
  headline: 'The bridge',
  standfirst: [],
  body: { type: 'doc', content: blocks },
});

const linesIn = (parent: Y.XmlFragment): Y.XmlText[] =>
  parent
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? linesIn(child) : [],
    );

/** What is left when one adds a block, another writes in its last line, and the first one undoes. */
function undone(block: Block): ArticleContent {
  const [hers, his] = [new Y.Doc(), new Y.Doc()];
  writeSeed(hers, article(first));
  const trackedOrigins = new Set([ySyncPluginKey]);
  const history = new Y.UndoManager(hers.getXmlFragment('body'), {
    trackedOrigins,
    deleteFilter: mayBeUndone,
  });
  replaceContent(hers, article(first, block), ySyncPluginKey);
  Y.applyUpdate(his, Y.encodeStateAsUpdate(hers));
  linesIn(his.getXmlFragment('body')).at(-1)?.insert(2, 'his words');
  Y.applyUpdate(hers, Y.encodeStateAsUpdate(his));
  history.undo();
  return readDocument(hers);
}

const { relatedStory: _story, horizontalRule: _rule, ...withLines } = everyBlock();
const { picture, gallery, video, audio, embed, correction, ...holders } = withLines;

describe('undo', () => {
  it.each(Object.values(holders))('leaves what others wrote in a new block of the kind $type', (block) => {
    const [, left] = undone(block).body.content;
    expect(JSON.stringify(left)).toContain('"his words"');
    expect(left?.attrs.id).toBe(block.attrs.id);
  });

  it.each([picture, gallery, video, audio, embed, correction])(
    'takes a $type whole, which is nothing without what was put there',
    (block) => {
      expect(undone(block)).toEqual(article(first));
    },
  );
});
