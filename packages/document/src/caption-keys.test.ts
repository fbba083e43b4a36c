import type { Editor, JSONContent } from '@tiptap/core';
import { expect, it } from 'vitest';
import { editorAtSign } from '../test/editor-at-sign.ts';
import { pressEnterInCaption } from './caption-keys.ts';

const words = (text: string): Pick<JSONContent, 'content'> =>
  text === '' ? {} : { content: [{ type: 'text', text }] };
const line = (text: string): JSONContent => ({ type: 'paragraph', ...words(text) });
const picture = (caption: string): JSONContent => ({
  type: 'picture',
  content: [{ type: 'caption', ...words(caption) }],
});
const gallery = (...captions: string[]): JSONContent => ({
  type: 'gallery',
  content: captions.map(picture),
});

/** The document as words and brackets, with a sign for the caret. */
function shown({ state }: Editor): string {
  state.doc.check();
  return state.tr
    .insertText('|')
    .doc.toString()
    .slice(4, -1)
    .replace(/(?:paragraph|caption)(?:\("([^"]*)"\))?/g, '$1');
}

/** What Enter makes of the document with the caret at the sign `|`; null if it leaves it to others. */
function entered(...content: JSONContent[]): string | null {
  const editor = editorAtSign(content);
  return pressEnterInCaption({ editor }) ? shown(editor) : null;
}

it.each<[string, JSONContent[], string | null]>([
  ['below a picture', [picture('Quay|'), line('End')], 'picture(Quay), |, End'],
  ['below a picture, of which nothing is split', [picture('Qu|ay')], 'picture(Quay), |'],
  [
    'to the next picture of a gallery',
    [gallery('Qu|ay', 'Boat', 'Sea')],
    'gallery(picture(Quay), picture(|Boat), picture(Sea))',
  ],
  [
    'below a gallery from its last picture',
    [gallery('Quay', 'Bo|at'), line('End')],
    'gallery(picture(Quay), picture(Boat)), |, End',
  ],
  ['nowhere from other words', [line('Wo|rds')], null],
])('Enter in a caption goes %s', (_, content, expected) => {
  expect(entered(...content)).toBe(expected);
});
