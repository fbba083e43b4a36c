import type { Block, Body } from '@broadsheet/types';

/** The blocks as one reads them: corrections stand first or last, wherever they were written. */
export function readingOrder({ content }: Body): Block[] {
  const at = (wanted: 'top' | 'text' | 'foot') =>
    content.filter((block) => (block.type === 'correction' ? block.attrs.place : 'text') === wanted);
  return [...at('top'), ...at('text'), ...at('foot')];
}
