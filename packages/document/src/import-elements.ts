import { isSafeHref, type Mark } from '@broadsheet/types';
import type { Line } from './import-line.ts';

export type Attributes = Record<string, string>;

const listOf = (names: string) => new Set(names.split(' '));

const dropped = listOf(
  'script style template noscript iframe frame frameset object embed applet svg math canvas audio video map head title ' +
    'textarea select option button input source meta link base xmp plaintext noembed noframes',
);
/** What a page says about itself: nobody saw it there, so nobody misses it. */
const unseen = listOf('head title style meta link base source');
const alone = listOf(
  'p div section article aside main header footer nav address figure figcaption pre dl dt dd details summary fieldset ' +
    'center form table thead tbody tfoot tr td th caption ul ol li blockquote h1 h2 h3 h4 h5 h6 hr subtitle tabletitle',
);
const lineKinds = new Map<string, Line['kind']>([
  ['h1', 'heading1'],
  ['h2', 'heading2'],
  ['h3', 'heading3'],
  ['h4', 'heading4'],
  ['h5', 'heading4'],
  ['h6', 'heading4'],
  ['pre', 'code'],
  ['caption', 'attribution'],
  ['dt', 'question'],
  ['footer', 'attribution'],
  ['figcaption', 'caption'],
  ['subtitle', 'subtitle'],
  ['tabletitle', 'tableTitle'],
]);
const marks = new Map<string, Mark>([
  ['b', { type: 'bold' }],
  ['strong', { type: 'bold' }],
  ['i', { type: 'italic' }],
  ['em', { type: 'italic' }],
  ['s', { type: 'strike' }],
  ['del', { type: 'strike' }],
  ['strike', { type: 'strike' }],
  ['u', { type: 'underline' }],
  ['ins', { type: 'underline' }],
  ['mark', { type: 'highlight' }],
  ['sub', { type: 'subscript' }],
  ['sup', { type: 'superscript' }],
]);

/** Whether nothing of the element, its text included, is for readers. */
export const isDropped = (name: string): boolean => dropped.has(name);

/** Whether readers of the page never saw it. */
export const isUnseen = (name: string): boolean => unseen.has(name);

/** Whether the element begins and ends a line. */
export const standsAlone = (name: string): boolean => alone.has(name);

export const lineKindOf = (name: string): Line['kind'] => lineKinds.get(name) ?? 'paragraph';

/** The marks on text inside the element; each kind once, the innermost wins. The same list if it changes none. */
export function marksWithin(outer: readonly Mark[], name: string, attributes: Attributes): readonly Mark[] {
  const added = ownMarks(name, attributes);
  const style = styled.has(name) ? (attributes.style ?? '') : '';
  const kept = outer.filter((mark) => !isEnded(mark, style) && added.every(({ type }) => type !== mark.type));
  return added.length === 0 && kept.length === outer.length ? outer : [...kept, ...added];
}

function ownMarks(name: string, attributes: Attributes): Mark[] {
  if (name === 'a') {
    const href = attributes.href?.trim() ?? '';
    return isSafeHref(href) ? [{ type: 'link', attrs: { href } }] : [];
  }
  const style = attributes.style ?? '';
  if (name === 'span' && 'data-tk' in attributes) return [{ type: 'tk' }];
  if (styled.has(name)) return styledMarks(style);
  const mark = marks.get(name);
  // Google Docs wraps whole pages in a bold element that is not bold
  return mark && !isEnded(mark, style) ? [mark] : [];
}

/** Google Docs, Word in the browser, and sheets, say emphasis in styles only. */
const styled = listOf('span font td th tr');
/** How styles end a mark. What Word says in `mso-bidi-font-weight` is of other scripts. */
const ends: Partial<Record<Mark['type'], RegExp>> = {
  bold: /(?<![\w-])font-weight:\s*(?:normal|[1-4]00)/i,
  italic: /(?<![\w-])font-style:\s*normal/i,
};
const isEnded = ({ type }: Mark, style: string): boolean => ends[type]?.test(style) ?? false;
const styles: readonly [RegExp, Mark][] = [
  [/(?<![\w-])font-weight:\s*(?:bold|[6-9]00)/i, { type: 'bold' }],
  [/(?<![\w-])font-style:\s*(?:italic|oblique)/i, { type: 'italic' }],
  [/text-decoration(?:-line)?:[^;]*line-through/i, { type: 'strike' }],
  [/text-decoration(?:-line)?:[^;]*underline/i, { type: 'underline' }],
  [/vertical-align:\s*super/i, { type: 'superscript' }],
  [/vertical-align:\s*sub(?!\w)/i, { type: 'subscript' }],
];

const styledMarks = (style: string): Mark[] =>
  style === '' ? [] : styles.flatMap(([pattern, mark]) => (pattern.test(style) ? [mark] : []));
