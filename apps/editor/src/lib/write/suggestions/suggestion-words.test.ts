import type { BlockTurn } from '@broadsheet/types';
import { schemas, suggested, type Suggester } from '@broadsheet/document';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { foundSuggestions, type FoundSuggestion } from './found-suggestions.ts';
import { suggestionWords } from './suggestion-words.ts';

const none = { inserted: [], deleted: [] };
const proposed = (kind: string, attrs: Record<string, unknown>, next: BlockTurn): FoundSuggestion => ({
  ...{ id: 's', field: 'body', from: 0, to: 0, inserted: '', deleted: '', marks: none },
  blocks: [{ op: 'turn', kind, attrs, text: '', next }],
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

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const open = (...content: object[]) =>
  EditorState.create({ doc: schemas.body.nodeFromJSON({ type: 'doc', content }) });

/** What the notes beside a text say of changes that somebody suggests one after another. */
function said(state: EditorState, ...changes: ((state: EditorState) => Transaction)[]): string[] {
  const mine: Suggester = { isMine: () => true, newId: () => crypto.randomUUID() };
  const end = changes.reduce((now, change) => now.apply(suggested(change(now), now, mine)), state);
  return foundSuggestions('body', end.doc).map(suggestionWords);
}

describe('what somebody suggests', () => {
  it('is said with the words of a block that comes, goes or moves, and of many with their number', () => {
    const two = schemas.body.nodeFromJSON(line('Two.'));
    expect(said(open(line('One.')), ({ tr }) => tr.insert(6, two))).toEqual(['new: Text “Two.”']);
    const moved = said(open(line('One.'), line('Two.')), ({ tr }) => tr.delete(6, 12).insert(0, two));
    expect(moved).toEqual(['move: Text “Two.”']);
    const six = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'].map(line);
    expect(said(open(...six), ({ tr, doc }) => tr.delete(0, doc.content.size - 6))).toEqual([
      'remove: Text “One.”, remove: Text “Two.”, and 3 more',
    ]);
  });

  it('is a table by its words, however many of its cells are empty', () => {
    const cell = (...content: object[]) => ({ type: 'tableCell', content: [{ type: 'paragraph', content }] });
    const row = { type: 'tableRow', content: [cell(), cell()] };
    const first = { type: 'tableRow', content: [cell({ type: 'text', text: 'c1' }), cell()] };
    const table = schemas.body.nodeFromJSON({ type: 'table', content: [first, row] });
    expect(said(open(line('One.')), ({ tr }) => tr.insert(6, table))).toEqual(['new: Table “c1”']);
  });

  it('keeps the words of two lines apart', () => {
    expect(said(open(line('One two.'), line('Three four.')), ({ tr }) => tr.delete(5, 16))).toEqual([
      'removes “two. ¶ Three”, joins two paragraphs',
    ]);
  });

  it('says how words are to look, and where they are to lead', () => {
    const { bold, link, tk } = schemas.body.marks;
    if (!bold || !link || !tk) throw new Error('no marks');
    const marked = (mark: typeof bold, attrs?: object) =>
      said(open(line('One two.')), ({ tr }) => tr.addMark(1, 4, mark.create(attrs as never)));
    expect(marked(bold)).toEqual(['“One”: Bold']);
    expect(marked(tk)).toEqual(['“One”: TK: still to come']);
    expect(marked(link, { href: 'https://ledger.example/a' })).toEqual(['“One”: link to ledger.example/a']);
    const isBold = { ...line('One'), content: [{ type: 'text', text: 'One', marks: [{ type: 'bold' }] }] };
    expect(said(open(isBold), ({ tr }) => tr.removeMark(1, 4, bold))).toEqual(['“One”: remove: Bold']);
  });

  it('is two things where words go and others beside them are to look otherwise', () => {
    const { bold } = schemas.body.marks;
    const both = said(
      open(line('The river below it.')),
      ({ tr }) => tr.delete(10, 19),
      ({ tr }) => tr.addMark(5, 10, bold?.create() as never),
    );
    expect(both).toEqual(['“river”: Bold', 'removes “below it”']);
  });
});
