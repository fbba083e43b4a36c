import type { RevisionMetadata } from '@broadsheet/types';

/** Metadata as some version of this product wrote it; a revision is never written again. */
export type StoredMetadata = Partial<RevisionMetadata> &
  Pick<RevisionMetadata, 'slug' | 'seoTitle' | 'seoDescription' | 'sectionId' | 'leadMediaId'> &
  Pick<RevisionMetadata, 'regionIds' | 'topicIds'> & { authorIds?: string[] };

/** A frozen revision's metadata with what came later: as it was for readers then. */
export function wholeMetadata({ authorIds = [], ...stored }: StoredMetadata, priority = 3): RevisionMetadata {
  return {
    summary: '',
    canonicalUrl: null,
    sourceName: '',
    sourceUrl: null,
    contentType: 'news',
    authors: authorIds.map((authorId) => ({ authorId, role: 'text' })),
    priority,
    ...stored,
  };
}
