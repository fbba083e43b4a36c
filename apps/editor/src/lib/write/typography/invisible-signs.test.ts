import { schemas } from '@broadsheet/document';
import type { JSONContent } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { endsIn } from './invisible-signs.ts';

const text = (words: string): JSONContent => ({ type: 'text', text: words });
const line = (...content: JSONContent[]): JSONContent => ({ type: 'paragraph', content });
const lineBreak: JSONContent = { type: 'hardBreak' };

/** The text with the signs where they are drawn. */
function shown(...content: JSONContent[]): string {
  const document = schemas.body.nodeFromJSON({ type: 'doc', content });
  const signs = endsIn(document, 0, document.content.size).map(({ from, spec }) => ({ from, ...spec }));
  const words = (from: number, to: number) => document.textBetween(from, to, '|', '\n');
  const parts = signs.map(({ from, key }, index) => words(signs[index - 1]?.from ?? 0, from) + String(key));
  return parts.join('') + words(signs.at(-1)?.from ?? 0, document.content.size);
}

describe('ends that nobody sees', () => {
  it('are drawn behind the words of each paragraph, and before each break of a line', () => {
    expect(shown(line(text('one'), lineBreak, text('two')), line(text('three')))).toBe('one↵\ntwo¶|three¶');
  });

  it('are drawn where nothing is written, and in items and cells', () => {
    const item = { type: 'listItem', content: [line(text('bell'))] };
    expect(shown({ type: 'paragraph' }, { type: 'bulletList', content: [item] })).toContain('bell¶');
    expect(shown({ type: 'paragraph' })).toBe('¶');
  });

  it('are drawn at the lines of code', () => {
    expect(shown({ type: 'codeBlock', content: [text('if\n  go\n')] })).toBe('if↵\n  go↵\n¶');
  });

  it('are no part of a headline, that is one line', () => {
    const headline = schemas.headline.nodeFromJSON({ type: 'doc', content: [line(text('The ferry'))] });
    expect(endsIn(headline, 0, headline.content.size)).toEqual([]);
  });

  it('are drawn in the part of the text that is asked for alone', () => {
    const document = schemas.body.nodeFromJSON({
      type: 'doc',
      content: Array.from({ length: 100 }, () => line(text('words'))),
    });
    expect(endsIn(document, 1, 5)).toHaveLength(1);
  });
});
