import type { RevisionMetadata, RevisionSummary } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { metadataRows } from './metadata-rows.ts';

const metadata = (changed: Partial<RevisionMetadata>) =>
  ({ slug: 'old-path', seoTitle: '', sectionId: null, topicIds: [], ...changed }) as RevisionMetadata;
const version = (number: number, changed: Partial<RevisionMetadata>) =>
  ({ number, metadata: metadata(changed) }) as RevisionSummary;

describe('what is different beside the text of two versions', () => {
  it('names each field once, with what it was and is', () => {
    const rows = metadataRows(metadata({}), metadata({ slug: 'new-path', topicIds: ['a'] }), [], []);
    expect(rows.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['slug', 'old-path', 'new-path'],
      ['topicIds', [], ['a']],
    ]);
  });

  it('finds the version since which it is so, though it was changed there and back before', () => {
    const between = [
      version(2, { slug: 'new-path' }),
      version(3, {}),
      version(4, { slug: 'new-path' }),
      version(5, { slug: 'new-path' }),
    ];
    const [row] = metadataRows(metadata({}), metadata({ slug: 'new-path' }), between, []);
    expect(row?.since?.number).toBe(4);
  });

  it('knows nobody yet for what no version holds', () => {
    const rows = metadataRows(metadata({}), metadata({ slug: 'new-path' }), [version(2, {})], []);
    expect(rows[0]).toMatchObject({ since: null, writtenBy: [] });
  });

  it('names who wrote the version since which it is so, or what no version holds yet', () => {
    const person = (name: string) => ({ id: name, name, colour: 0 });
    const kept = { ...version(2, { slug: 'new-path' }), writtenBy: [person('Tamar')] };
    const after = metadata({ slug: 'new-path', seoTitle: 'News' });
    const rows = metadataRows(metadata({}), after, [kept], [person('Samir')]);
    expect(rows.map(({ field, writtenBy }) => [field, writtenBy[0]?.name])).toEqual([
      ['slug', 'Tamar'],
      ['seoTitle', 'Samir'],
    ]);
  });

  it('does not take the order of keys, which is the database’s own, for a difference', () => {
    const authors = { authors: [{ authorId: 'a', role: 'text' as const }] };
    const kept = { authors: [{ role: 'text' as const, authorId: 'a' }] };
    expect(metadataRows(metadata(kept), metadata(authors), [], [])).toEqual([]);
  });

  it('takes a field that an old version does not know for an empty one', () => {
    const old = { slug: 'old-path' } as RevisionMetadata;
    expect(metadataRows(old, metadata({}), [], [])).toEqual([]);
  });
});
