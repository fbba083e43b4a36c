import { closeCodes } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { after, refusalOf, saveState, shouldAsk, unsaved, untouched, type SaveEvent } from './save-state.ts';

const model = (...events: SaveEvent[]) => events.reduce(after, untouched);
const opened: SaveEvent = { type: 'opened' };
const edited: SaveEvent = { type: 'edited' };
const asked: SaveEvent = { type: 'asked' };
const lost: SaveEvent = { type: 'closed', refusal: null };
const echoed = (n: number): SaveEvent => ({ type: 'echoed', n });

describe('the save state', () => {
  it('says nothing about words before the article is open', () => {
    expect(saveState(untouched)).toEqual({ kind: 'opening' });
  });

  it('says saved for an article that was only opened', () => {
    expect(saveState(model(opened))).toEqual({ kind: 'saved' });
    expect(shouldAsk(model(opened))).toBe(false);
  });

  it('says saving until the echo of a question that was asked after the edit', () => {
    const typed = model(opened, edited);
    expect(saveState(typed)).toEqual({ kind: 'saving' });
    expect(shouldAsk(typed)).toBe(true);
    expect(saveState(after(typed, asked))).toEqual({ kind: 'saving' });
    expect(saveState(model(opened, edited, asked, echoed(1)))).toEqual({ kind: 'saved' });
  });

  it('goes on saying saving for the moment in which another key may follow', () => {
    const stored = model(opened, edited, asked, echoed(1));
    expect(saveState(stored, false, false)).toEqual({ kind: 'saving' });
    expect(saveState(after(stored, lost), false, false).kind).toBe('offline');
  });

  it('asks again for what was typed after the question', () => {
    const typedMore = model(opened, edited, asked, edited, echoed(1));
    expect(saveState(typedMore)).toEqual({ kind: 'saving' });
    expect(shouldAsk(typedMore)).toBe(true);
    expect(saveState([asked, echoed(2)].reduce(after, typedMore))).toEqual({ kind: 'saved' });
  });

  it('asks one question at a time', () => {
    expect(shouldAsk(model(opened, edited, asked, edited))).toBe(false);
  });

  it('counts what is kept here while the connection is lost', () => {
    expect(saveState(model(opened, edited, edited, lost, edited))).toEqual({
      kind: 'offline',
      changes: 3,
      here: false,
    });
    expect(shouldAsk(model(opened, edited, lost))).toBe(false);
  });

  it('does not believe the echo of a connection that was lost', () => {
    const back = model(opened, edited, asked, lost, opened);
    expect(saveState(after(back, echoed(1)))).toEqual({ kind: 'saving' });
    expect(saveState([asked, echoed(1)].reduce(after, back))).toEqual({ kind: 'saving' });
    expect(saveState([asked, echoed(2)].reduce(after, back))).toEqual({ kind: 'saved' });
  });

  it('says why the server does not take the words, and how many wait', () => {
    const refused = model(opened, edited, { type: 'closed', refusal: 'notStored' });
    expect(saveState(refused)).toEqual({ kind: 'refused', why: 'notStored', changes: 1 });
    expect(unsaved(refused)).toBe(1);
  });

  it('F19 goes on saying so when the article opens again, until the words are stored', () => {
    const refused = model(opened, edited, { type: 'closed', refusal: 'notStored' }, opened);
    expect(saveState(refused)).toEqual({ kind: 'refused', why: 'notStored', changes: 1 });
    expect(shouldAsk(refused)).toBe(true);
    expect(saveState([asked, echoed(1)].reduce(after, refused))).toEqual({ kind: 'saved' });
    expect(saveState(model(opened, { type: 'closed', refusal: 'notStored' }, opened))).toEqual({
      kind: 'saved',
    });
  });

  it('tells a refusal from a lost connection', () => {
    expect(refusalOf(closeCodes.signedOut)).toBe('signedOut');
    expect(refusalOf(1006)).toBeNull();
  });
});
