import { describe, expect, it } from 'vitest';
import { wholeMetadata } from './whole-metadata.ts';

const before = {
  slug: 'the-bridge',
  seoTitle: '',
  seoDescription: '',
  sectionId: null,
  regionIds: [],
  topicIds: [],
  leadMediaId: null,
};

describe('a revision of an earlier version of this product', () => {
  it('names its authors as those who wrote it, and lacks nothing that came later', () => {
    expect(wholeMetadata({ ...before, authorIds: ['nare', 'tamar'] })).toEqual({
      ...before,
      summary: '',
      canonicalUrl: null,
      sourceName: '',
      sourceUrl: null,
      contentType: 'news',
      authors: [
        { authorId: 'nare', role: 'text' },
        { authorId: 'tamar', role: 'text' },
      ],
      priority: 3,
    });
  });

  it('keeps what a later one says', () => {
    const later = wholeMetadata({ ...before, contentType: 'opinion', authors: [], priority: 1 }, 5);
    expect(later).toMatchObject({ contentType: 'opinion', authors: [], priority: 1 });
  });
});
