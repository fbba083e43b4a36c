import type { Node } from '@tiptap/pm/model';
import { liftListItem, sinkListItem } from '@tiptap/pm/schema-list';
import { TextSelection, type Command } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { exchange, SuggestingWriter } from '../test/suggesting-writer.ts';
import { suggestionsIn } from './open-suggestions.ts';
import { replaceContent } from './replace-content.ts';
import { schemas } from './schemas.ts';

const item = (id: string, text: string) => ({
  type: 'listItem' as const,
  attrs: { id },
  content: [
    { type: 'paragraph' as const, attrs: { id: `${id}-1` }, content: [{ type: 'text' as const, text }] },
  ],
});

/** A list of fish, a person who suggests and one who writes. */
function open(): [SuggestingWriter, SuggestingWriter] {
  const ydoc = new Y.Doc();
  const list = {
    type: 'bulletList' as const,
    attrs: { id: 'fishes' },
    content: [item('fish01', 'fish'), item('cod001', 'cod'), item('hake01', 'hake')],
  };
  replaceContent(ydoc, { headline: '', standfirst: [], body: { type: 'doc', content: [list] } });
  const seed = Y.encodeStateAsUpdate(ydoc);
  return [new SuggestingWriter('one', seed, true), new SuggestingWriter('other', seed, false)];
}

const { listItem } = schemas.body.nodes;
const deeper = listItem ? sinkListItem(listItem) : () => false;
const out = listItem ? liftListItem(listItem) : () => false;

function place(document: Node, text: string): number {
  let found = -1;
  document.descendants((node, at) => {
    if (node.text === text) found = at;
  });
  return found;
}

/** What a key does to the items with these words. */
function press(writer: SuggestingWriter, command: Command, from: string, to = from): boolean {
  const { doc } = writer.state;
  const selection = TextSelection.create(doc, place(doc, from), place(doc, to) + to.length);
  writer.dispatch(writer.state.tr.setSelection(selection));
  let written = false;
  command(writer.state, (transaction) => {
    written = writer.write(transaction);
  });
  return written;
}

const nested = (document: Node): unknown =>
  document.isTextblock ? document.textContent : document.children.map(nested);
const flat = [[['fish'], ['cod'], ['hake']]];

describe('items of a list that somebody suggests to put one level deeper', () => {
  it('stay where they are until that is accepted, and go there with what others wrote in them meanwhile', () => {
    const [suggesting, writing] = open();
    expect(press(suggesting, deeper, 'cod', 'hake')).toBe(true);
    expect(nested(suggesting.state.doc)).toEqual(flat);
    writing.write(writing.state.tr.insertText(' and chips', place(writing.state.doc, 'cod') + 3));
    exchange(suggesting.ydoc, writing.ydoc);
    writing.settle('accept');
    expect(nested(writing.state.doc)).toEqual([[['fish', [['cod and chips'], ['hake']]]]]);
    expect(suggestionsIn(writing.state.doc)).toEqual([]);
  });

  it('are left as they were by its author with the key for the other way', () => {
    const [suggesting] = open();
    press(suggesting, deeper, 'cod');
    press(suggesting, out, 'cod');
    expect(suggestionsIn(suggesting.state.doc)).toEqual([]);
    press(suggesting, out, 'hake');
    press(suggesting, deeper, 'hake');
    expect(suggestionsIn(suggesting.state.doc)).toEqual([]);
    expect(nested(suggesting.state.doc)).toEqual(flat);
  });

  it('are no lines that are only suggested themselves: that is refused', () => {
    const [suggesting] = open();
    const { doc, tr } = suggesting.state;
    suggesting.write(tr.split(place(doc, 'cod') + 2, 2));
    expect(press(suggesting, deeper, 'hake')).toBe(true);
    const before = suggesting.state.doc;
    expect(press(suggesting, deeper, 'co')).toBe(false);
    expect(suggesting.state.doc.eq(before)).toBe(true);
  });
});
