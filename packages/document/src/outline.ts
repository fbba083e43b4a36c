import type { Block, Body, PublicArticle } from '@broadsheet/types';
import { blockText } from './render-text.ts';

/** The anchor of a heading: its block's id behind a prefix, so that it is no other id of the page. */
export const headingAnchor = (blockId: string): string => `h-${blockId}`;

/** The headings of a body that have words, in order. Those inside a box belong to the box. */
export function outlineOf(body: Body): PublicArticle['outline'] {
  return body.content.flatMap((block) => {
    if (block.type !== 'heading') return [];
    const text = blockText(block);
    return text === '' ? [] : [{ id: headingAnchor(block.attrs.id), level: block.attrs.level, text }];
  });
}

/** The public notes of what was wrong, in the order of the text. */
export function correctionsOf(body: Body): PublicArticle['corrections'] {
  return body.content.flatMap((block) => {
    const text = block.type === 'correction' ? blockText(block) : '';
    return block.type === 'correction' && text !== '' ? [{ at: block.attrs.date, text }] : [];
  });
}

/** The stories that a body leads to, each once. */
export function relatedStoryIds(body: Body): string[] {
  const isRelated = (block: Block) => block.type === 'relatedStory';
  return [...new Set(body.content.filter(isRelated).map((block) => block.attrs.storyId))];
}
