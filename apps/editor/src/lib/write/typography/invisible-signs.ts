import type { Node } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import { blockText, textBlocksIn } from '../text/changed-range.ts';

/** What is drawn for a sign that one does not see. */
const classes: Record<string, string> = {
  ' ': 'space',
  '\u00A0': 'kept-space',
  '\u202F': 'kept-space',
  '\u2009': 'thin-space',
  '\u00AD': 'soft-hyphen',
  '\u200B': 'zero-width',
  '\u200C': 'zero-width',
  '\u200D': 'zero-width',
  '\t': 'tab',
};
const unseen = /[ \u00A0\u202F\u2009\u00AD\u200B-\u200D\t]/g;

/** What is drawn over the text blocks that touch a range. */
export const signsIn = (document: Node, from: number, to: number): Decoration[] => [
  ...textBlocksIn(document, from, to).flatMap(({ block, at }) =>
    [...blockText(block).matchAll(unseen)].map(({ 0: sign, index }) =>
      Decoration.inline(at + 1 + index, at + 2 + index, { class: `unseen ${classes[sign] ?? ''}` }),
    ),
  ),
  ...endsIn(document, from, to),
];

type End = '¶' | '↵';

/** Where paragraphs and lines end; a field of one line has none. */
export function endsIn(document: Node, from: number, to: number): Decoration[] {
  if (!document.type.schema.nodes.heading) return [];
  return textBlocksIn(document, from, to).flatMap(({ block, at }) => [
    ...lineEnds(block).map((place) => sign(at + 1 + place, '↵')),
    sign(at + 1 + block.content.size, '¶'),
  ]);
}

/** The places before breaks of lines, and before the line ends of code. */
function lineEnds(block: Node): number[] {
  if (block.type.spec.code) return [...blockText(block).matchAll(/\n/g)].map(({ index }) => index);
  const ends: number[] = [];
  block.forEach((child, offset) => {
    if (child.type.name === 'hardBreak') ends.push(offset);
  });
  return ends;
}

/** Behind the caret, and in no link that ends there. The sign itself is drawn by CSS, so that no text holds it. */
const sign = (place: number, end: End): Decoration =>
  Decoration.widget(place, () => drawn(end), { side: 1, marks: [], ignoreSelection: true, key: end });

function drawn(end: End): HTMLElement {
  const element = document.createElement('span');
  element.className = end === '¶' ? 'unseen-end' : 'unseen-end of-line';
  element.setAttribute('aria-hidden', 'true');
  return element;
}
