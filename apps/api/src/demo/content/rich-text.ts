import type { Block, MediaKey, RichText, Run } from './types.ts';

/** The text as a list of runs, plain strings included. */
export function runsOf(text: RichText): readonly Run[] {
  const parts = typeof text === 'string' ? [text] : text;
  return parts.map((part) => (typeof part === 'string' ? { text: part } : part));
}

/** The text without its marks. */
export function plainText(text: RichText): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('');
}

/** The photographs of a block, posters included. */
export function mediaIn(block: Block): MediaKey[] {
  switch (block.type) {
    case 'picture':
      return [block.media];
    case 'gallery':
      return block.items.map(({ media }) => media);
    case 'video':
      return [block.poster];
    default:
      return [];
  }
}

/** All words of a block, a text for each line of it. */
export function textsOf(block: Block): readonly RichText[] {
  switch (block.type) {
    case 'p':
    case 'h2':
    case 'h3':
    case 'h4':
      return [block.text];
    case 'code':
      return block.text.split('\n');
    case 'ul':
    case 'ol':
    case 'points':
      return block.items;
    case 'quote':
    case 'pull':
      return [block.text, block.attribution];
    case 'picture':
      return block.caption === undefined ? [] : [block.caption];
    case 'gallery':
      return [block.title, ...block.items.map(({ caption }) => caption)];
    case 'video':
    case 'audio':
    case 'embed':
      return [block.title, block.caption];
    case 'facts':
      return [block.title, ...block.items.flat()];
    case 'qa':
      return block.items.flat();
    case 'table':
      return [block.caption, ...block.items.flat()];
    case 'correction':
      return [block.text];
    case 'related':
      return [];
  }
}
