import type { Container } from './import-containers.ts';
import type { Attributes } from './import-elements.ts';
import type { Line } from './import-line.ts';

/** What a program says about an element in its own classes and styles, beside its name. */
export interface Meaning {
  /** The element that it amounts to. */
  name: string;
  /** Comments, deleted words, hidden matter, pictures of boxes: nothing of it is for readers, and nobody misses it. */
  isUnwanted: boolean;
}

const headingByClass = new Map([
  ['msotitle', 'h1'],
  ['msosubtitle', 'subtitle'],
  ['msocaption', 'figcaption'],
  ['table-title', 'tabletitle'],
  ['wp-caption-text', 'figcaption'],
  ['msoquote', 'blockquote'],
  ['msointensequote', 'blockquote'],
]);
const unwantedClasses = new Set([
  'msocommentreference',
  'msocomanchor',
  'msocomoff',
  'msocomtxt',
  'msodel',
  'trackchangedeletehighlight',
  'msotoc1',
  'msotoc2',
  'msotoc3',
]);
/** In points. */
const largestIcon = 48;
const unwantedStyle =
  /display:\s*none|mso-hide:\s*all|mso-element:\s*(?:comment-list|comment|header|footer)(?![\w-])/i;

/** Words that were deleted while changes were tracked say by whom or when; a struck price on a web page does not. */
const isTracked = ({ cite, datetime, title }: Attributes): boolean =>
  datetime !== undefined || cite?.startsWith('mailto:') === true || /^deleted/i.test(title ?? '');

/** Reads Word, Word in the browser, Google Docs and LibreOffice; others come through as they are. */
export function meaningOf(name: string, attributes: Attributes): Meaning {
  const classes = (attributes.class ?? '').toLowerCase().split(/\s+/, 20);
  const style = attributes.style ?? '';
  const isUnwanted =
    attributes.hidden !== undefined ||
    unwantedStyle.test(style) ||
    classes.some((each) => unwantedClasses.has(each)) ||
    (name === 'del' && isTracked(attributes)) ||
    (name === 'svg' && isIcon(attributes)) ||
    (name === 'img' && attributes['aria-roledescription'] === 'checkbox') ||
    (name === 'a' && /^#(?:cmnt|_msocom)/.test(attributes.href ?? ''));
  return { name: plainName(name, attributes, classes), isUnwanted };
}

/** Small signs beside words, as pages draw them on their buttons. */
const isIcon = (attributes: Attributes): boolean =>
  attributes['aria-hidden'] === 'true' ||
  /icon/i.test(attributes.class ?? '') ||
  [attributes.width, attributes.height].some((size) => Number.parseFloat(size ?? '') <= largestIcon);

function plainName(name: string, attributes: Attributes, classes: readonly string[]): string {
  if (name === 'ins' && isTracked({ ...attributes, title: '' })) return 'span';
  if (name !== 'p' && name !== 'div') return name;
  if (attributes.role === 'heading') return `h${Math.min(Math.max(levelOf(attributes), 1), 6)}`;
  if (attributes.role === 'doc-subtitle') return 'subtitle';
  for (const each of classes) {
    const meant = headingByClass.get(each);
    if (meant !== undefined) return meant;
  }
  return name;
}

const levelOf = (attributes: Attributes): number => Number.parseInt(attributes['aria-level'] ?? '2', 10) || 2;

const noteHref = /^#(?:_ftn|_edn|ftnt|sdfootnote|sdendnote|footnote|endnote|cite_note|fn)/i;

/** Whether a link leads to a footnote of its page, or back from one: it stays as its number in brackets. */
export const isNoteLink = (name: string, attributes: Attributes): boolean =>
  name === 'a' && noteHref.test(attributes.href ?? '');

/** Whether a list's item is the text of a footnote. */
export const isNoteText = (name: string, attributes: Attributes): boolean =>
  name === 'li' && /^(?:footnote|endnote|fn:?)-?\d/.test(attributes.id ?? '');

/** What the renderer draws anew around words of ours: the marks of a quote, the stop before a credit. */
export const isDrawn = (attributes: Attributes, container: Container['kind'], line: Line['kind']): boolean =>
  (container === 'quote' && attributes['aria-hidden'] === 'true') ||
  (line === 'caption' && attributes.class === 'stop');
