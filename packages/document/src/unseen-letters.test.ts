import { Fragment } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { firstText } from '../test/newsroom-without-screens.ts';
import { behindIn, nodeType, PageWithoutScreen as Page } from '../test/page-without-screen.ts';

/** Two who have the same text before them: hers, and his who does not hear of what she writes until she tells. */
function twoPages(): [Page, Page] {
  const seed = firstText();
  return [new Page(seed), new Page(seed)];
}

const freshLine = (tr: Transaction) => ({ type: nodeType(tr, 'paragraph'), attrs: { id: 'freshblock' } });

/** What he does to the second line, and what the lines are when her letters are where they belong. */
const changes: Record<string, [(tr: Transaction) => Transaction, string[]]> = {
  'splits the line before them': [
    (tr) => tr.split(behindIn(tr.doc, 'and the')),
    ['The river was low', 'and the', ' bridge ofsto! stood dry.', 'Nobody came.'],
  ],
  'splits the line behind them': [
    (tr) => tr.split(behindIn(tr.doc, 'stood ')),
    ['The river was low', 'and the bridge ofsto! stood ', 'dry.', 'Nobody came.'],
  ],
  'makes a heading of the line': [
    (tr) => {
      const at = behindIn(tr.doc, 'and the');
      return tr.setBlockType(at, at, nodeType(tr, 'heading'), { id: 'secondblock', level: 2 });
    },
    ['The river was low', 'and the bridge ofsto! stood dry.', 'Nobody came.'],
  ],
  'makes a quote of the line': [
    (tr) => {
      const $at = tr.doc.resolve(behindIn(tr.doc, 'and the'));
      const quote = nodeType(tr, 'blockquote').create({ id: 'newblock' }, Fragment.from($at.parent));
      return tr.replaceWith($at.before(), $at.after(), quote);
    },
    ['The river was low', 'and the bridge ofsto! stood dry.', 'Nobody came.'],
  ],
  'moves the line up': [
    (tr) => {
      const $at = tr.doc.resolve(behindIn(tr.doc, 'and the'));
      return tr.delete($at.before(), $at.after()).insert(0, $at.parent);
    },
    ['and the bridge ofsto! stood dry.', 'The river was low', 'Nobody came.'],
  ],
  'moves the line up, and its words are written over those of the other': [
    (tr) => {
      const [first, second, third] = tr.doc.toJSON().content as unknown[];
      const swapped = tr.doc.type.schema.nodeFromJSON({ type: 'doc', content: [second, first, third] });
      return tr.replaceWith(0, tr.doc.content.size, swapped.content);
    },
    ['and the bridge ofsto! stood dry.', 'The river was low', 'Nobody came.'],
  ],
  'joins the line to the one before': [
    (tr) => tr.join(tr.doc.resolve(behindIn(tr.doc, 'and the')).before()),
    ['The river was lowand the bridge ofsto! stood dry.', 'Nobody came.'],
  ],
};

describe('letters that were on their way', () => {
  it.each(Object.entries(changes))('stay among their words when somebody else %s', (_, [change, lines]) => {
    const [hers, his] = twoPages();
    hers.type('bridge', ' of');
    hers.type('bridge of', 'sto!');
    his.edit(change);
    his.tell(hers);
    expect(hers.lines).toEqual(lines);
    hers.tell(his);
    expect(his.lines).toEqual(lines);
  });

  it.each(Object.entries(changes))('and at the end of the line too, when somebody else %s', (_, [change]) => {
    const [hers, his] = twoPages();
    hers.type('dry.', ' Still.');
    his.edit(change);
    his.tell(hers);
    hers.tell(his);
    expect(hers.lines.some((line) => line.endsWith('dry. Still.'))).toBe(true);
    expect(his.lines).toEqual(hers.lines);
    expect(hers.lines.join('').length).toBe(
      'The river was lowand the bridge stood dry. Still.Nobody came.'.length,
    );
  });

  it('keep their marks', () => {
    const [hers, his] = twoPages();
    hers.type('bridge', ' of');
    hers.edit((tr) => {
      const end = behindIn(tr.doc, 'bridge of');
      return tr.addMark(end - 2, end, tr.doc.type.schema.marks['bold']?.create() as never);
    });
    his.edit(changes['makes a heading of the line']?.[0] as never);
    his.tell(hers);
    const bold: string[] = [];
    hers.state.doc.descendants((node) => void (node.marks.length > 0 && bold.push(node.text ?? '')));
    expect(bold).toEqual(['of']);
  });

  it('that a colleague has seen are left alone, whatever the colleague does', () => {
    const [hers, his] = twoPages();
    hers.type('low', ', and cold');
    hers.type('bridge', ' of stone');
    hers.tell(his);
    his.type('and cold', ' too');
    his.edit((tr) => tr.insertText('XYZ', behindIn(tr.doc, 'bridge')));
    his.tell(hers);
    const [from, at] = [behindIn(his.state.doc, 'bridge'), behindIn(his.state.doc, 'Nobody')];
    his.edit((tr) => tr.insertText('XYZ', at).delete(from, from + 3));
    his.tell(hers);
    const lines = [
      'The river was low, and cold too',
      'and the bridge of stone stood dry.',
      'NobodyXYZ came.',
    ];
    expect(hers.lines).toEqual(lines);
    expect(his.lines).toEqual(lines);
  });

  it('stay where they are when somebody takes away the line that was empty before them', () => {
    const [hers, his] = twoPages();
    his.edit((tr) => tr.split(behindIn(tr.doc, 'Nobody came.'), 1, [freshLine(tr)]));
    his.tell(hers);
    hers.edit((tr) => tr.insertText('Then one did.', tr.doc.content.size - 1));
    his.edit((tr) => tr.delete(tr.doc.content.size - 2, tr.doc.content.size));
    his.tell(hers);
    hers.tell(his);
    expect(hers.lines.slice(2)).toEqual(['Nobody came.', 'Then one did.']);
    expect(his.lines).toEqual(hers.lines);
  });

  it('go with the line that somebody else takes away, and with the letters before them that are taken', () => {
    const [hers, his] = twoPages();
    hers.type('dry', 'er');
    his.edit((tr) => tr.delete(behindIn(tr.doc, 'stood'), behindIn(tr.doc, 'dry')));
    his.tell(hers);
    expect(hers.lines[1]).toBe('and the bridge stooder.');
    his.edit((tr) => {
      const $at = tr.doc.resolve(behindIn(tr.doc, 'and the'));
      return tr.delete($at.before(), $at.after());
    });
    his.tell(hers);
    expect(hers.lines).toEqual(['The river was low', 'Nobody came.']);
  });
});
