import type { Editor, JSONContent } from '@tiptap/core';
import { expect, it } from 'vitest';
import { editorAtSign } from '../test/editor-at-sign.ts';
import { listKeys } from './list-keys.ts';
import { numberedLines } from './lists.ts';

type Key = keyof typeof listKeys;

const p = (text: string): JSONContent => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text', text }] }),
});
const list =
  (type: string, itemType: string) =>
  (...items: (string | (string | JSONContent)[])[]): JSONContent => ({
    type,
    content: items.map((item) => ({
      type: itemType,
      content: [item].flat().map((part) => (typeof part === 'string' ? p(part) : part)),
    })),
  });
const ul = list('bulletList', 'listItem');
const tasks = list('taskList', 'taskItem');

/** The document as words and brackets, with a sign for the caret. */
function shown({ state }: Editor): string {
  const marked = state.tr.insertText('|').doc;
  return marked
    .toString()
    .slice(4, -1)
    .replace(/paragraph(?:\("([^"]*)"\))?/g, '$1')
    .replace(/bulletList/g, 'ul')
    .replace(/taskList/g, 'tasks')
    .replace(/listItem|taskItem/g, '');
}

/** What a key makes of the document with the caret at the sign `|`; null if it leaves it to others. */
function pressed(key: Key, ...content: JSONContent[]): string | null {
  const editor = editorAtSign(content);
  const isDone = listKeys[key]({ editor });
  return isDone ? shown(editor) : null;
}

it.each<[string, Key, JSONContent[], string | null]>([
  ['Enter splits an item', 'Enter', [ul('one|two')], 'ul((one), (|two))'],
  [
    'Enter in an empty item of a nested list goes a level up',
    'Enter',
    [ul(['one', ul('|')])],
    'ul((one), (|))',
  ],
  ['Enter outside lists is left alone', 'Enter', [p('one|')], null],
  ['Backspace takes the first item out', 'Backspace', [ul('|one', 'two')], '|one, ul((two))'],
  ['Backspace takes a later item out', 'Backspace', [ul('one', '|two')], 'ul((one)), |two'],
  ['Backspace in a second paragraph is left alone', 'Backspace', [ul(['one', '|two'])], null],
  ['Backspace within an item is left alone', 'Backspace', [ul('one', 't|wo')], null],
  [
    'Backspace joins a line to the list before it',
    'Backspace',
    [ul('one', 'two'), p('|three')],
    'ul((one), (two|three))',
  ],
  [
    'Backspace takes an item out behind a list of tasks, and no more',
    'Backspace',
    [tasks('one'), ul('|two')],
    'tasks((one)), |two',
  ],
  ['Delete joins the next item', 'Delete', [ul('one|', 'two')], 'ul((one|two))'],
  ['Delete joins the next task', 'Delete', [tasks('one|', 'two')], 'tasks((one|two))'],
  ['Delete within an item is left alone', 'Delete', [ul('o|ne', 'two')], null],
  [
    'Delete before a list of lists takes its items out',
    'Delete',
    [ul(['one|', ul(['two', ul('three')])])],
    'ul((one|), (two, ul((three))))',
  ],
])('%s', (_name, key, content, expected) => {
  expect(pressed(key, ...content)).toBe(expected);
});

it('takes plain lines with numbers that follow one another as a list', () => {
  expect(numberedLines('3. three\r\n4. four\n')).toMatchObject({
    attrs: { start: 3 },
    content: [{ content: [p('three')] }, { content: [p('four')] }],
  });
});

it.each(['', 'one', '1. one\n3. three', '1. one\nand more', '1.5 million', 'a) one\nb) two', '0. nothing'])(
  'takes %j as text',
  (text) => {
    expect(numberedLines(text)).toBeNull();
  },
);
