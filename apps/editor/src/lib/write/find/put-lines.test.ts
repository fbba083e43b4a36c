import { schemas } from '@broadsheet/document';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { everyBlock, text } from '../../../../../../packages/document/test/every-block.ts';
import { findWords } from './find-query.ts';
import { inOrder, isBehind, textsIn, wordsAt, type FoundPlace } from './found-texts.ts';
import { putLines } from './put-lines.ts';

const query = { text: 'Rasul', matchCase: false, wholeWords: false, pattern: false };

/** A body in which every word and every line of every block says this. */
function bodySaying(words: string): EditorState {
  const content = Object.values(
    everyBlock(
      () => [text(words)],
      () => words,
    ),
  );
  return EditorState.create({
    schema: schemas.body,
    doc: schemas.body.nodeFromJSON({ type: 'doc', content }),
  });
}

const placesIn = ({ doc }: EditorState): FoundPlace[] =>
  textsIn(doc, 0, doc.content.size)
    .flatMap(({ text: words, line, at, size }) =>
      findWords(words, query, 'en').map((match) =>
        line === null
          ? { from: at + 1 + match.from, to: at + 1 + match.to, line, match }
          : { from: at, to: at + size, line, match },
      ),
    )
    .sort(inOrder);

describe('what blocks say beside their words', () => {
  it('is looked through like the words: titles, attributions, captions, credits and descriptions', () => {
    const state = bodySaying('Rasul');
    const places = placesIn(state);
    expect(places).toHaveLength(JSON.stringify(state.doc).match(/Rasul/g)?.length ?? 0);
    expect([...new Set(places.map(({ line }) => line))].toSorted()).toEqual(
      ['alt', 'attribution', 'caption', 'credit', 'title', null].toSorted(),
    );
    for (const place of places) expect(wordsAt(state.doc, place)).toBe('Rasul');
  });

  it('is gone through in the order in which one reads it', () => {
    const { factBox, pullQuote } = everyBlock(
      () => [text('Rasul')],
      () => 'Rasul, Rasul',
    );
    const doc = schemas.body.nodeFromJSON({ type: 'doc', content: [pullQuote, factBox] });
    const places = placesIn(EditorState.create({ doc }));
    expect(places.map(({ line }) => line).slice(0, 6)).toEqual([
      null,
      'attribution',
      'attribution',
      'title',
      'title',
      null,
    ]);
    for (const [at, place] of places.entries())
      expect(places.findIndex((one) => isBehind(one, place, 5))).toBe(at + 1 < places.length ? at + 1 : -1);
  });

  it('is replaced, all in one line, but not by more than a line may be long', () => {
    let state = bodySaying('Rasul and Rasul');
    const view = {
      get state() {
        return state;
      },
      dispatch: (transaction: Transaction) => (state = state.apply(transaction)),
    };
    const lines = () => textsIn(state.doc, 0, state.doc.content.size).filter(({ line }) => line !== null);
    const put = (words: string) =>
      putLines(
        view,
        placesIn(state).map((place) => ({ ...place, words })),
      );
    put('Rasul Ağa');
    expect(new Set(lines().map((line) => line.text))).toEqual(new Set(['Rasul Ağa and Rasul Ağa']));
    put('r'.repeat(400));
    expect(
      new Set(
        lines()
          .filter(({ line }) => line !== 'alt')
          .map((line) => line.text),
      ),
    ).toEqual(new Set(['Rasul Ağa and Rasul Ağa']));
    put('');
    expect(
      new Set(
        lines()
          .filter(({ line }) => line !== 'alt')
          .map((line) => line.text),
      ),
    ).toEqual(new Set([' Ağa and  Ağa']));
  });
});
