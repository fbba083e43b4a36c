import type { BlockTurn } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import type { FoundSuggestion } from './found-suggestions.ts';
import { suggestionWords } from './suggestion-words.ts';

const proposed = (kind: string, attrs: Record<string, unknown>, next: BlockTurn): FoundSuggestion => ({
  ...{ id: 's', field: 'body', from: 0, to: 0, inserted: '', deleted: '' },
  blocks: [{ op: 'turn', kind, attrs, next }],
});

describe('what is proposed about a block', () => {
  it('is said in words: which of its details is to become what', () => {
    const wide = proposed('picture', { layout: null }, { attrs: { layout: 'inline' } });
    expect(suggestionWords(wide)).toBe('Picture: Width: Wide → Inline');
    const speaker = proposed('blockquote', { attribution: 'A farmer' }, { attrs: { attribution: '' } });
    expect(suggestionWords(speaker)).toBe('Quote: Who said it: A farmer → none');
  });

  it('is the other kind by the name that the menu has for it', () => {
    expect(suggestionWords(proposed('heading', { level: 2 }, { type: 'paragraph' }))).toBe('Heading → Text');
    expect(suggestionWords(proposed('heading', { level: 2 }, { attrs: { level: 3 } }))).toBe(
      'Heading → Subheading',
    );
    expect(suggestionWords(proposed('paragraph', {}, { wrap: ['bulletList', 'listItem'] }))).toBe(
      'Text → Bullets',
    );
  });

  it('is how deep an item of a list is to stand', () => {
    expect(suggestionWords(proposed('listItem', {}, { sink: true }))).toBe('List item: one level deeper');
    expect(suggestionWords(proposed('taskItem', {}, { lift: true }))).toBe('Task: one level up');
    expect(suggestionWords(proposed('paragraph', {}, { lift: true }))).toBe('Text: one level up');
  });

  it('is only told of as a change where it has no words', () => {
    expect(suggestionWords(proposed('image', {}, { attrs: { other: 1 } }))).toBe('Block: changed');
  });
});
