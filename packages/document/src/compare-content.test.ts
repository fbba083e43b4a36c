import type { ArticleContent, Block } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { everyBlock, paragraph, text } from '../test/every-block.ts';
import { compareContent, countChanges, type ComparedLine } from './compare-content.ts';
import { compareWords } from './compare-words.ts';

const article = (content: Block[], headline = 'The bridge'): ArticleContent => ({
  headline,
  standfirst: [],
  body: { type: 'doc', content },
});

/** As a sub-editor writes it: ~what went out~ and +what came in+. */
const written = (parts: readonly { text: string; change: string }[]): string =>
  parts
    .map(({ text, change }) => (change === 'same' ? text : change === 'added' ? `+${text}+` : `~${text}~`))
    .join('');

const told = (lines: readonly ComparedLine[]): string[] =>
  lines
    .filter(({ change }) => change !== 'same')
    .map(({ change, parts, line }) => `${change} ${line.kind}: ${written(parts)}`);

describe('words of two versions', () => {
  it.each([
    ['The path opens today', 'The path is open today', 'The path ~opens~+is open+ today'],
    ['forty walkers', 'about forty walkers', '+about +forty walkers'],
    ['Körpü açıldı.', 'Körpü bağlandı.', 'Körpü ~açıldı~+bağlandı+.'],
    ['կամուրջը բաց է', 'կամուրջը փակ է', 'կամուրջը ~բաց~+փակ+ է'],
    ['a b c', 'x y z', '~a b c~+x y z+'],
    ['', 'New', '+New+'],
    ['Old', '', '~Old~'],
    ['Same', 'Same', 'Same'],
  ])('%s → %s', (before, after, expected) => {
    expect(written(compareWords(before, after))).toBe(expected);
  });

  it('give both texts back whole, whatever was written', () => {
    const words = ['snow', ' ', 'dağ', '.', 'гора', '\n', '«', 'a'];
    for (let seed = 0; seed < 200; seed++) {
      let state = seed;
      const next = (below: number) => (state = (state * 1103515245 + 12345) & 0x7fffffff) % below;
      const some = () => Array.from({ length: next(40) }, () => words[next(words.length)]).join('');
      const [before, after] = [some(), some()];
      const parts = compareWords(before, after);
      const of = (change: string) =>
        parts
          .filter((part) => part.change !== change)
          .map((part) => part.text)
          .join('');
      expect(of('added')).toBe(before);
      expect(of('removed')).toBe(after);
    }
  });

  it('of two long texts without a common word are told at once (S21)', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${String(i)}`).join(' ');
    expect(compareWords(many('a'), many('b')).map(({ change }) => change)).toContain('removed');
  });
});

describe('two versions of an article', () => {
  const first = paragraph('block-one', text('The river was low.'));
  const second = paragraph('block-two', text('Boats lay on the bank.'));
  const third = paragraph('block-three', text('Rain is expected.'));

  it('tell what was written, taken out and put in, where it stands', () => {
    const changed = paragraph('block-two', text('Two boats lay on the bank.'));
    const added = paragraph('block-four', text('Nobody was hurt.'));
    const lines = compareContent(
      article([first, second, third]),
      article([changed, added, third], 'The old bridge'),
    );
    expect(told(lines)).toEqual([
      'changed headline: The +old +bridge',
      'removed paragraph: ~The river was low.~',
      'changed paragraph: ~Boats~+Two boats+ lay on the bank.',
      'added paragraph: +Nobody was hurt.+',
    ]);
    expect(countChanges(lines)).toBe(4);
  });

  it('tell a block that was moved from one that was written anew', () => {
    const lines = compareContent(article([first, second, third]), article([third, first, second]));
    expect(told(lines)).toEqual(['moved paragraph: Rain is expected.']);
  });

  it('tell another kind of block, other emphasis and other details', () => {
    const heading: Block = {
      type: 'heading',
      attrs: { id: 'block-one', level: 3 },
      content: [text('The river was low.')],
    };
    const bold = paragraph('block-two', text('Boats lay on the bank.', { type: 'bold' }));
    const lines = compareContent(article([first, second]), article([heading, bold]));
    expect(lines.find(({ line }) => line.key === 'block-one')).toMatchObject({
      was: 'paragraph',
      earlier: { kind: 'paragraph' },
      change: 'changed',
    });
    expect(lines.find(({ line }) => line.key === 'block-two')).toMatchObject({ isMarkedOtherwise: true });
    const picture = everyBlock().picture;
    const other = { ...picture, attrs: { ...picture.attrs, credit: 'Another hand' } };
    expect(compareContent(article([picture]), article([other])).flatMap(({ details }) => details)).toEqual([
      { name: 'credit', before: picture.attrs.credit ?? '', after: 'Another hand' },
    ]);
  });

  it('tell other emphasis of words that stayed, though others in their line did not', () => {
    const before = paragraph('block-one', text('Leaves at six with the children.'));
    const bold = { type: 'bold' } as const;
    const marked = paragraph(
      'block-one',
      text('Leaves at five with the '),
      text('children', bold),
      text('.'),
    );
    const [, , line] = compareContent(article([before]), article([marked]));
    expect(written(line!.parts)).toBe('Leaves at ~six~+five+ with the children.');
    expect(line!.isMarkedOtherwise).toBe(true);
    const only = paragraph('block-one', text('Leaves at '), text('five', bold), text(' with the children.'));
    const [, , other] = compareContent(article([before]), article([only]));
    expect(other!.isMarkedOtherwise).toBe(false);
  });

  it('are the same whatever the order in which a database gives the keys of JSON', () => {
    const linked = paragraph(
      'block-one',
      text('Boats', { type: 'link', attrs: { href: 'https://sea.example/' } }),
    );
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .map(([key, inside]) => [key, turned(inside)])
                .reverse(),
            )
          : value;
    const whole: ArticleContent = { ...article([linked]), standfirst: [{ type: 'text', text: 'In short' }] };
    expect(countChanges(compareContent(whole, turned(whole) as ArticleContent))).toBe(0);
  });

  it('tell what a line stands in when that is another', () => {
    const quote: Block = {
      type: 'blockquote',
      attrs: { id: 'block-quote', attribution: '', lang: null },
      content: [first],
    };
    expect(compareContent(article([first]), article([quote])).find((one) => one.held)).toMatchObject({
      line: { key: 'block-one' },
      change: 'changed',
      held: { before: null, after: 'blockquote' },
    });
  });

  it('tell what is different of a list or gallery itself, and nothing of it otherwise', () => {
    const { gallery, orderedList } = everyBlock();
    const before = article([gallery, orderedList]);
    const changed = article([
      { ...gallery, attrs: { ...gallery.attrs, title: 'The way down' } },
      { ...orderedList, attrs: { ...orderedList.attrs, start: 7 } },
    ]);
    expect(compareContent(before, before).map(({ line }) => line.kind)).not.toContain('gallery');
    const lines = compareContent(before, changed);
    expect(lines.flatMap(({ line, details }) => details.map((detail) => [line.kind, detail]))).toEqual([
      ['gallery', { name: 'title', before: 'The way up', after: 'The way down' }],
      ['orderedList', { name: 'start', before: '3', after: '7' }],
    ]);
    expect(countChanges(lines)).toBe(2);
  });

  it('know every block: nothing of it goes without a line, and it is the same as itself', () => {
    for (const [kind, block] of Object.entries(everyBlock())) {
      expect(countChanges(compareContent(article([block]), article([block]))), kind).toBe(0);
    }
  });

  it('count a block that came, went or was moved as one change, however much stands in it', () => {
    for (const [kind, block] of Object.entries(everyBlock())) {
      const [without, last] = [
        [first, second],
        [first, second, block],
      ];
      expect(countChanges(compareContent(article(without), article(last))), `${kind} came`).toBe(1);
      expect(countChanges(compareContent(article(last), article(without))), `${kind} went`).toBe(1);
    }
    const { bulletList } = everyBlock();
    const many = [first, second, third, paragraph('block-four', text('Nobody was hurt.'))];
    expect(countChanges(compareContent(article([...many, bulletList]), article([bulletList, ...many])))).toBe(
      1,
    );
  });

  it('know of no blank line: readers have none, and one comes below each block that ends a text', () => {
    const { table } = everyBlock();
    const lines = compareContent(article([first]), article([first, table, paragraph('blank')]));
    expect(countChanges(lines)).toBe(1);
    expect(
      told(
        compareContent(
          article([first, paragraph('blank')]),
          article([first, { ...second, attrs: { id: 'blank' } }]),
        ),
      ),
    ).toEqual(['added paragraph: +Boats lay on the bank.+']);
  });

  it('count a row that came into a table as one change, and words of a cell that stayed as another', () => {
    const row = (id: string, ...words: string[]) => ({
      type: 'tableRow' as const,
      attrs: { id },
      content: words.map((word, column) => ({
        type: 'tableCell' as const,
        attrs: { id: `${id}-${String(column)}`, colspan: 1, rowspan: 1 },
        content: [paragraph(`${id}-${String(column)}-line`, text(word))],
      })),
    });
    const table = (...content: ReturnType<typeof row>[]) =>
      article([{ type: 'table', attrs: { id: 'table', caption: '' }, content }]);
    const lines = compareContent(
      table(row('one', 'Ferry', 'Noon')),
      table(row('one', 'Ferry', 'One'), row('two', 'Bus', 'Two')),
    );
    expect(
      lines.filter(({ beginsChange }) => beginsChange).map(({ change, line }) => [change, line.key]),
    ).toEqual([
      ['changed', 'one-1-line'],
      ['added', 'two-0'],
    ]);
  });

  it('tell of a cell that became a header once, not of its lines too', () => {
    const { table } = everyBlock();
    const turned = structuredClone(table);
    const cell = turned.content[1]?.content?.[1];
    if (cell?.type !== 'tableCell') throw new Error('no cell');
    turned.content[1]?.content?.splice(1, 1, { ...cell, type: 'tableHeader' });
    expect(countChanges(compareContent(article([table]), article([turned])))).toBe(1);
  });
});
