import { describe, expect, it } from 'vitest';
import { matchingBlocks } from './matching-blocks.ts';

describe('a block is found after the slash', () => {
  it.each([
    ['qa', 'qa'],
    ['q&a', 'qa'],
    ['img', 'picture'],
    ['tweet', 'embed'],
    ['infobox', 'factBox'],
    ['blockquote', 'quote'],
    ['qalereya', 'gallery'],
    // sidebar, before siyahı and sitat
    ['si', 'factBox'],
    ['сп', 'bullets'],
    ['bas', 'heading'],
    ['Quote', 'quote'],
    ['read', 'related'],
  ])('by “%s”: %s', (query, kind) => expect(matchingBlocks(query)[0]).toBe(kind));

  it('by words of another language only after those of one’s own', () => {
    expect(matchingBlocks('qa')).toEqual(['qa', 'gallery']);
    expect(matchingBlocks('xyz')).toEqual([]);
  });
});
