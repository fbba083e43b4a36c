import { newBlockId } from '@broadsheet/document';
import type {
  ArticleContent,
  Block as DocumentBlock,
  Inline,
  ListItem,
  Mark,
  Paragraph,
} from '@broadsheet/types';
import { runsOf } from './content/rich-text.ts';
import type { Block, DemoArticle, MediaKey, RichText } from './content/types.ts';

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

/** The text of a demo article in the shape that is written together. */
export function demoContent(
  article: DemoArticle,
  ids: BlockIds,
  media: ReadonlyMap<MediaKey, string>,
): ArticleContent {
  return {
    headline: article.headline,
    standfirst: [{ type: 'text', text: article.standfirst }],
    body: {
      type: 'doc',
      content: article.body.map((block, index) => toBlock(block, String(index), ids, media)),
    },
  };
}

function toBlock(
  block: Block,
  place: string,
  ids: BlockIds,
  media: ReadonlyMap<MediaKey, string>,
): DocumentBlock {
  const attrs = { id: ids(place) };
  switch (block.type) {
    case 'p':
      return { type: 'paragraph', attrs, content: inline(block.text) };
    case 'h2':
    case 'h3':
      return {
        type: 'heading',
        attrs: { ...attrs, level: block.type === 'h2' ? 2 : 3 },
        content: inline(block.text),
      };
    case 'ul':
      return { type: 'bulletList', attrs, content: items(block.items, place, ids) };
    case 'ol':
      return { type: 'orderedList', attrs: { ...attrs, start: 1 }, content: items(block.items, place, ids) };
    case 'quote':
      return {
        type: 'blockquote',
        attrs: { ...attrs, attribution: block.attribution },
        content: [paragraph(block.text, `${place}.0`, ids)],
      };
    case 'picture':
      return {
        type: 'picture',
        attrs: { ...attrs, mediaId: mediaId(block.media, media), alt: null, credit: null },
        content: [{ type: 'caption', ...(block.caption ? { content: inline(block.caption) } : {}) }],
      };
  }
}

const items = (texts: readonly RichText[], place: string, ids: BlockIds): ListItem[] =>
  texts.map((text, index) => ({
    type: 'listItem',
    attrs: { id: ids(`${place}.${index}`) },
    content: [paragraph(text, `${place}.${index}.0`, ids)],
  }));

const paragraph = (text: RichText, place: string, ids: BlockIds): Paragraph => ({
  type: 'paragraph',
  attrs: { id: ids(place) },
  content: inline(text),
});

const inline = (text: RichText): Inline[] =>
  runsOf(text).map((run) => {
    const marks: Mark[] = [
      ...(run.href ? [{ type: 'link' as const, attrs: { href: run.href } }] : []),
      ...(run.bold ? [{ type: 'bold' as const }] : []),
      ...(run.italic ? [{ type: 'italic' as const }] : []),
    ];
    return { type: 'text', text: run.text, ...(marks.length > 0 ? { marks } : {}) };
  });

function mediaId(key: MediaKey, media: ReadonlyMap<MediaKey, string>): string {
  const id = media.get(key);
  if (!id) throw new Error(`The demo has no picture ${key}`);
  return id;
}
