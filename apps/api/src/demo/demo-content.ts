import { newBlockId } from '@broadsheet/document';
import type { ArticleContent } from '@broadsheet/types';
import type { DemoArticle, MediaKey } from './content/types.ts';
import { demoBlock } from './demo-blocks.ts';

/** Ids for blocks and what is inside them, by place: a translation takes its original's, block by block. */
export type BlockIds = (place: string) => string;

/** Remembers the ids it gave out. */
export function blockIds(): BlockIds {
  const known = new Map<string, string>();
  return (place) => {
    const id = known.get(place) ?? newBlockId();
    known.set(place, id);
    return id;
  };
}

/** What the blocks of a text refer to. */
export interface DemoThings {
  media: ReadonlyMap<MediaKey, string>;
  /** Ids of the stories that are written already. */
  stories: ReadonlyMap<string, string>;
  /** YYYY-MM-DD. */
  today: string;
}

/** The text of a demo article in the shape that is written together. */
export function demoContent(article: DemoArticle, ids: BlockIds, things: DemoThings): ArticleContent {
  return {
    headline: article.headline,
    standfirst: [{ type: 'text', text: article.standfirst }],
    body: {
      type: 'doc',
      content: article.body.map((block, index) => demoBlock(block, String(index), ids, things)),
    },
  };
}
