import { bodyExtensions, suggested, suggestionOf } from '@broadsheet/document';
import { Editor, type JSONContent } from '@tiptap/core';
import { EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { rangeOfSelection, type BlockRange } from './block-range.ts';
import { captioned } from './insert-blocks.ts';
import { duplicateBlocks, moveBlocks } from './move-blocks.ts';

type Step = (tr: Transaction, range: BlockRange) => boolean;

const line = (text: string, ...marks: { type: string; attrs: object }[]): JSONContent => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
});
const list = (...texts: string[]): JSONContent => ({
  type: 'bulletList',
  content: texts.map((text) => ({ type: 'listItem', content: [line(text)] })),
});
const id = '01890000-0000-7000-8000-00000000000a';
const others = '01890000-0000-7000-8000-00000000000b';

function open(content: JSONContent[]): EditorState {
  const { state } = new Editor({
    element: null,
    extensions: bodyExtensions,
    content: { type: 'doc', content },
  });
  return EditorState.create({ doc: state.doc });
}

/** What is suggested where somebody stands in a text behind some of its words. */
function suggest(state: EditorState, words: string, step: Step): EditorState {
  let caret = -1;
  state.doc.descendants((node, at) => {
    const offset = node.text?.indexOf(words) ?? -1;
    if (offset >= 0) caret = at + offset + words.length;
  });
  return suggestAt(state.apply(state.tr.setSelection(TextSelection.create(state.doc, caret))), step);
}

function suggestAt(state: EditorState, step: Step): EditorState {
  const { tr } = state;
  const range = rangeOfSelection(state);
  expect(range && step(tr, range)).toBe(true);
  return state.apply(suggested(tr, state, { isMine: (one) => one === id, newId: () => id }));
}

const signs: Record<string, string> = { insert: '+', delete: '-' };

/** The lines, each with the sign of the change that is suggested of it; a stroke is the caret. */
function shown(state: EditorState): string[] {
  const lines: string[] = [];
  state.apply(state.tr.insertText('|')).doc.descendants((node, at, parent) => {
    if (!node.isTextblock) return true;
    const of = suggestionOf(node) ?? (parent && suggestionOf(parent));
    lines.push(`${signs[of?.op ?? ''] ?? ''}${node.textContent}`);
    return false;
  });
  return lines;
}

const up: Step = (tr, range) => moveBlocks(tr, range, -1);
const down: Step = (tr, range) => moveBlocks(tr, range, 1);

describe('the caret goes along with a block', () => {
  it('that somebody suggests to move up', () => {
    expect(shown(suggest(open([line('One'), line('Two'), line('Three')]), 'T', up))).toEqual([
      'One',
      '+T|hree',
      'Two',
      '-Three',
    ]);
  });

  it('that somebody suggests to move down', () => {
    expect(shown(suggest(open([line('One'), line('Two'), line('Three')]), 'On', down))).toEqual([
      '-One',
      'Two',
      '+On|e',
      'Three',
    ]);
  });

  it.each([
    ['up', up, ['+T|wo', 'One', '-Two']],
    ['down', down, ['-Two', 'One', '+T|wo']],
  ])('of a list that somebody suggests to move %s', (way, step, expected) => {
    const texts = way === 'up' ? ['One', 'Two'] : ['Two', 'One'];
    expect(shown(suggest(open([list(...texts)]), 'T', step))).toEqual(expected);
  });

  it('of which a colleague suggested to strike out words', () => {
    const struck = line('Old ', { type: 'deletion', attrs: { id: others } });
    const two = { ...struck, content: [...(struck.content ?? []), ...(line('words').content ?? [])] };
    expect(shown(suggest(open([line('One'), two]), 'wo', up))).toEqual(['+wo|rds', 'One', '-Old words']);
  });

  it('that is moved on after that', () => {
    const once = suggest(open([line('One'), line('Two'), line('Three')]), 'T', up);
    const twice = suggestAt(once, up);
    expect(shown(twice)).toEqual(['+T|hree', 'One', 'Two', '-Three']);
  });

  it('that somebody suggests a copy of', () => {
    expect(shown(suggest(open([line('One'), line('Two')]), 'O', duplicateBlocks))).toEqual([
      'One',
      '+O|ne',
      'Two',
    ]);
  });

  it('as a whole where it is chosen as a whole', () => {
    const state = open([line('One'), captioned('picture', { mediaId: 'quay' })]);
    const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 5)));
    const { selection } = suggestAt(chosen, up);
    expect(selection).toBeInstanceOf(NodeSelection);
    expect(selection.from).toBe(0);
  });
});
