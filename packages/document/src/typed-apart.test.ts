import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { paragraph, text } from '../test/every-block.ts';
import { exchange, SuggestingWriter } from '../test/suggesting-writer.ts';
import { openSuggestions } from './open-suggestions.ts';
import { readTexts } from './read-document.ts';
import { rescueHtml } from './rescue-html.ts';
import { SuggestionGuard } from './suggestion-guard.ts';
import { directMeta } from './suggestion-meta.ts';
import { writeSeed } from './write-seed.ts';

let desk: SuggestingWriter;
let freelance: SuggestingWriter;
let other: SuggestingWriter;
const all = () => [desk, freelance, other];

beforeEach(() => {
  const ydoc = new Y.Doc();
  const body = { type: 'doc' as const, content: [paragraph('line-1', text('The path closed.'))] };
  writeSeed(ydoc, { headline: 'x', standfirst: [], body });
  const seed = Y.encodeStateAsUpdate(ydoc);
  desk = new SuggestingWriter('01890000-0000-7000-8000-00000000000a', seed, false);
  freelance = new SuggestingWriter('01890000-0000-7000-8000-00000000000b', seed, true);
  other = new SuggestingWriter('01890000-0000-7000-8000-00000000000c', seed, true);
});

function meet(): void {
  for (let turn = 0; turn < 2; turn++)
    for (const one of all()) for (const each of all()) if (one !== each) exchange(one.ydoc, each.ydoc);
}
const typed = (writer: SuggestingWriter, at: number, words: string) =>
  writer.write(writer.state.tr.insertText(words, at));
const published = ({ ydoc }: SuggestingWriter) => readTexts(ydoc).body;
const open = ({ ydoc }: SuggestingWriter) => openSuggestions(ydoc).length;

describe('words written directly inside a suggestion', () => {
  beforeEach(() => {
    typed(freelance, 5, 'snowy ');
    meet();
    typed(desk, 8, 'XX');
  });

  it('are text at once, and no part of it', () => {
    expect(published(desk)).toBe('The XXpath closed.');
    meet();
    expect(all().map(published)).toEqual(Array(3).fill('The XXpath closed.'));
    desk.settle('reject');
    expect(desk.state.doc.textContent).toBe('The XXpath closed.');
  });

  it('stay when its author takes it back at the same time, and nothing behind them becomes a suggestion', () => {
    freelance.write(freelance.state.tr.delete(5, 11));
    meet();
    expect(all().map(published)).toEqual(Array(3).fill('The XXpath closed.'));
    expect(all().map(open)).toEqual([0, 0, 0]);
  });

  it('stay when it is accepted, and are struck out by a suggestion of their own', () => {
    meet();
    const { length: before } = openSuggestions(freelance.ydoc);
    freelance.write(freelance.state.tr.delete(8, 10));
    meet();
    expect([open(desk), published(desk)]).toEqual([before + 1, 'The XXpath closed.']);
    desk.settle('accept');
    expect(desk.state.doc.textContent).toBe('The snowy path closed.');
    expect(desk.state.doc.toString()).not.toContain('apart');
  });

  it('are saved to a file as text', () => {
    const html = rescueHtml(desk.ydoc, {
      file: () => ({ address: '', filename: '', alt: '', caption: '', credit: '' }),
      story: () => '',
    });
    expect(html).toContain('<ins>sno</ins>XX<ins>wy </ins>');
  });
});

describe('a suggestion', () => {
  it('of a letter before the last one of a line, which is like it and struck out by another, adds one letter', () => {
    const end = 'The path closed.'.length;
    freelance.write(freelance.state.tr.delete(end, end + 1));
    meet();
    typed(other, end, '.');
    meet();
    expect(all().map(({ state }) => state.doc.textContent)).toEqual(Array(3).fill('The path closed..'));
    desk.settle('accept');
    expect(desk.state.doc.textContent).toBe('The path closed.');
    expect(published(desk)).toBe('The path closed.');
  });

  it('of a letter like that of another before it leaves the other whole to be taken back', () => {
    typed(freelance, 3, ' ');
    meet();
    other.write(other.state.tr.insertText(' ', 2, 3));
    freelance.write(freelance.state.tr.delete(3, 4));
    meet();
    expect(all().map(published)).toEqual(Array(3).fill('The path closed.'));
    desk.settle('reject');
    expect(desk.state.doc.textContent).toBe('The path closed.');
  });

  it('becomes text by nobody who may only suggest', () => {
    const server = new Y.Doc();
    Y.applyUpdate(server, Y.encodeStateAsUpdate(desk.ydoc));
    const guard = new SuggestionGuard(server);
    const send = () => {
      const update = Y.encodeStateAsUpdate(freelance.ydoc, Y.encodeStateVector(server));
      const person = { id: freelance.author, name: 'Writer', colour: 1 };
      return guard.suggest(() => Y.applyUpdate(server, update), person);
    };
    typed(freelance, 5, 'snowy ');
    expect(send()).toBeNull();
    const [mine] = openSuggestions(freelance.ydoc);
    const apart = freelance.state.schema.marks.apart?.create({ id: mine?.id });
    if (apart) freelance.write(freelance.state.tr.addMark(5, 11, apart).setMeta(directMeta, true));
    expect(published(freelance)).toBe('The snowy path closed.');
    expect(send()).toBe('text');
  });
});
