import { Fragment, type Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { Desk, firstText, Newsroom } from '../test/newsroom-without-screens.ts';
import { numbersFrom, type Numbers } from '../test/numbers-from.ts';
import { nodeType, PageWithoutScreen as Page } from '../test/page-without-screen.ts';

const ways = ['split', 'turn', 'move', 'quote', 'join'] as const;

/** Does something to a line that takes its words to another line of the document. */
function rebuild(page: Page, way: (typeof ways)[number] | undefined, next: Numbers, freshId: string): void {
  page.edit((tr) => {
    const places = linesOf(tr.doc);
    const place = places[next(places.length)] ?? 0;
    const $in = tr.doc.resolve(place + 1);
    const { parent: block } = $in;
    const inside = place + 1 + next(block.content.size + 1);
    const id = String(block.attrs['id']);
    const isPlain = $in.depth === 1;
    const top = tr.doc.child($in.index(0));
    if (way === 'split')
      return tr.split(inside, 1, [{ type: block.type, attrs: { ...block.attrs, id: freshId } }]);
    if (way === 'move') return tr.delete($in.before(1), $in.after(1)).insert(0, top);
    if (way === 'turn' && isPlain) {
      const other = block.type.name === 'heading' ? 'paragraph' : 'heading';
      return tr.setBlockType(inside, inside, nodeType(tr, other), { id });
    }
    if (way === 'quote' && isPlain && block.type.name === 'paragraph') {
      const quote = nodeType(tr, 'blockquote').create({ id: freshId }, Fragment.from(block));
      return tr.replaceWith($in.before(), $in.after(), quote);
    }
    const { nodeBefore } = tr.doc.resolve($in.before());
    return way === 'join' && nodeBefore?.type === block.type ? tr.join($in.before()) : tr;
  });
}

function linesOf(doc: Node): number[] {
  const places: number[] = [];
  doc.descendants((node, at) => void (node.isTextblock && places.push(at)));
  return places;
}

/** Two write while a third rebuilds the text. @returns what they wrote, and how the text ends for each of the three */
function afternoon(seed: number, waysOfIt: readonly (typeof ways)[number][]) {
  const next = numbersFrom(seed);
  const first = firstText();
  const newsroom = new Newsroom(first);
  const desks: Desk[] = [];
  for (let who = 0; who < 3; who++)
    desks.push(new Desk(new Page(first, 1000 + next(1000) * 3 + who), newsroom, desks));
  const written: string[] = [];
  for (let step = 0; step < 80; step++) {
    const who = next(3);
    const desk = desks[who] as Desk;
    const what = next(10);
    if (what < 3 && who === 0)
      rebuild(desk.page, waysOfIt[next(waysOfIt.length)], next, `s${String(seed)}r${String(step)}block`);
    else if (what < 3) {
      const letters = String.fromCharCode(0x3400 + written.length).repeat(1 + next(3));
      written.push(letters);
      desk.page.edit((tr) => {
        const places = linesOf(tr.doc);
        const at = places[next(places.length)] ?? 0;
        return tr.insertText(letters, at + 1 + next((tr.doc.nodeAt(at)?.content.size ?? 0) + 1));
      });
    } else if (what < 6 && desk.isOnline) desk.send();
    else if (what < 8) desk.hear();
    else if (what === 8 && next(6) === 0) desk.goOffline();
    else if (what === 9) desk.comeBack();
  }
  for (const desk of desks) desk.comeBack();
  while (desks.some(({ page, inbox }) => page.sent.length + inbox.length > 0))
    for (const desk of desks) {
      desk.send();
      desk.hear();
    }
  return { written, texts: desks.map(({ page }) => page.lines) };
}

const seeds = (some: number, all: number) =>
  Array.from({ length: process.env['TEST_LONG'] ? all : some }, (_, seed) => seed);

describe('of two who write while a third rebuilds the text, some of it without connection,', () => {
  it.each(seeds(60, 400))('no letter is lost (%i)', (seed) => {
    const { written, texts } = afternoon(seed, ways);
    for (const text of texts) expect(text).toEqual(texts[0]);
    for (const letters of written) expect(texts[0]?.join('')).toContain(letters.charAt(0));
  });

  it.each(
    (['turn', 'move', 'join'] as const).flatMap((way) => seeds(10, 300).map((seed) => [way, seed] as const)),
  )('each letter is there once if it is only to %s lines (%i)', (way, seed) => {
    const { written, texts } = afternoon(seed, [way]);
    for (const text of texts) expect(text).toEqual(texts[0]);
    for (const letters of written)
      expect(
        texts[0]
          ?.join('')
          .match(new RegExp(letters.charAt(0), 'g'))
          ?.join(''),
      ).toBe(letters);
  });
});
