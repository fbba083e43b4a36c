import { describe, expect, it } from 'vitest';
import { slugNote } from './slug-words.ts';

const page = 'https://ledger.example/en/news/the-ferry-sails';
const publishedAt = '2026-03-01T09:00:00Z';

describe('why a slug is what it is', () => {
  it('says of a draft whether somebody chose it', () => {
    const draft = { publicUrl: null, publishedAt: null };
    expect(slugNote({ ...draft, slug: null })).toBe('Made from the headline when it is published.');
    expect(slugNote({ ...draft, slug: 'the-ferry-sails' })).toBe('Chosen by hand.');
  });

  it('says of a published page that it stays, and what becomes of its address, and not that somebody chose it', () => {
    const fixed =
      'Stays as it was published. If you change it, the old address leads readers to the new one.';
    expect(slugNote({ slug: 'the-ferry-sails', publicUrl: page, publishedAt })).toBe(fixed);
    expect(slugNote({ slug: 'the-ferry-sails', publicUrl: null, publishedAt })).toBe(fixed);
  });

  it('says that one was chosen for a published page which does not have it yet', () => {
    expect(slugNote({ slug: 'sails', publicUrl: page, publishedAt })).toBe('Chosen by hand.');
    expect(slugNote({ slug: 'ferry-sails', publicUrl: page, publishedAt })).toBe('Chosen by hand.');
  });
});
