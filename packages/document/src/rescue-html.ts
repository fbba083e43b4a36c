import { isSafeHref } from '@broadsheet/types';
import * as Y from 'yjs';
import { escapeHtml } from './escape-html.ts';
import { apartIn, markId, markName } from './shared-marks.ts';

/** What the library knows of a file, as far as it is known where the text is saved. */
export interface RescuedFile {
  address: string;
  filename?: string;
  alt?: string;
  caption?: string;
  credit?: string;
}

/** Where what a text only refers to is found. */
export interface Referred {
  file: (mediaId: string) => RescuedFile;
  story: (storyId: string) => string;
}

type Attributes = Record<string, unknown>;

const tags: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  taskList: 'ul',
  listItem: 'li',
  taskItem: 'li',
  blockquote: 'blockquote',
  pullQuote: 'blockquote',
  codeBlock: 'pre',
  picture: 'figure',
  video: 'figure',
  audio: 'figure',
  embed: 'figure',
  caption: 'figcaption',
  gallery: 'section',
  factBox: 'aside',
  question: 'h3',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
};
const markTags: Record<string, string> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  underline: 'u',
  highlight: 'mark',
  subscript: 'sub',
  superscript: 'sup',
  insertion: 'ins',
  deletion: 'del',
};
/** What an attribute says that is no words. */
const shape = new Set(
  'id suggestion level start checked colspan rowspan colwidth layout place lang'.split(' '),
);
const first = new Set(['title', 'date', 'caption']);

/**
 * All words of a document as HTML, for the day when nobody takes them any more: what is only suggested too, in `ins` and
 * `del`, and every attribute that may hold words, of blocks that this version does not know as well. Never throws.
 */
export function rescueHtml(ydoc: Y.Doc, referred: Referred): string {
  const lines = (name: string) => childrenOf(ydoc.getXmlFragment(name), referred);
  const headline = lines('headline')
    .replaceAll('</p><p>', ' ')
    .replaceAll(/<\/?p>/g, '');
  return `<h1>${headline}</h1>\n${lines('standfirst')}\n${lines('body')}`;
}

type Wrap = (html: string) => string;
const asItIs: Wrap = (html) => html;

function childrenOf(parent: Y.XmlFragment, referred: Referred, wrap = asItIs): string {
  return parent
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText) return textOf(child);
      return child instanceof Y.XmlElement ? elementOf(child, referred, wrap) : '';
    })
    .join('');
}

function elementOf(element: Y.XmlElement, referred: Referred, wrap: Wrap): string {
  const { nodeName } = element;
  if (nodeName === 'hardBreak') return '<br>';
  if (nodeName === 'horizontalRule') return '<hr>';
  const attributes: Attributes = element.getAttributes();
  const suggested = wrapOf(attributes.suggestion, referred);
  // in a row nothing but cells may stand
  if (nodeName === 'tableRow') return `<tr>${childrenOf(element, referred, suggested)}</tr>`;
  const inner = childrenOf(element, referred);
  const before = wordsOf(attributes, referred, (name) => first.has(name));
  const after = wordsOf(attributes, referred, (name) => !first.has(name));
  if (nodeName === 'table') return suggested(`${before}<table>${inner}</table>${after}`);
  const box = nodeName === 'taskItem' ? (attributes.checked ? '☑ ' : '☐ ') : '';
  const tag = tagOf(nodeName, attributes);
  return `<${tag}>${wrap(suggested(box + before + inner + after))}</${tag}>`;
}

function tagOf(nodeName: string, { level }: Attributes): string {
  if (nodeName !== 'heading') return tags[nodeName] ?? 'div';
  return typeof level === 'number' && level >= 1 && level <= 6 ? `h${String(level)}` : 'h2';
}

/** What is suggested of a block. A text proposed for one of its attributes stands behind it. */
function wrapOf(suggestion: unknown, referred: Referred): Wrap {
  if (!isRecord(suggestion)) return asItIs;
  if (suggestion.op === 'insert') return (html) => `<ins>${html}</ins>`;
  if (suggestion.op === 'delete') return (html) => `<del>${html}</del>`;
  const next = isRecord(suggestion.next) ? suggestion.next.attrs : null;
  const words = isRecord(next) ? wordsOf(next, referred, () => true) : '';
  return words === '' ? asItIs : (html) => `${html}<ins>${words}</ins>`;
}

/** Each on a line of its own; the description of a picture stands with the picture. */
function wordsOf(attributes: Attributes, referred: Referred, isWanted: (name: string) => boolean): string {
  return Object.entries(attributes)
    .filter(([name]) => isWanted(name) && !shape.has(name))
    .map(([name, value]) => {
      if (typeof value !== 'string' || value === '') return '';
      if (name === 'mediaId' || name === 'posterId') return fileOf(value, attributes, referred);
      if (name === 'storyId') return linkTo(referred.story(value));
      return isSafeHref(value) ? linkTo(value) : `<p>${escapeHtml(value)}</p>`;
    })
    .join('');
}

function fileOf(id: string, { alt, credit }: Attributes, referred: Referred): string {
  const file = referred.file(id);
  const description = typeof alt === 'string' ? alt : (file.alt ?? '');
  const words = [file.caption, typeof credit === 'string' ? '' : file.credit].filter(Boolean);
  return (
    `<img src="${escapeHtml(file.address)}" alt="${escapeHtml(description)}">` +
    words.map((each) => `<p>${escapeHtml(each ?? '')}</p>`).join('') +
    linkTo(file.address, file.filename)
  );
}

const linkTo = (address: string, words = address): string =>
  `<p><a href="${escapeHtml(address)}">${escapeHtml(words)}</a></p>`;

function textOf(text: Y.XmlText): string {
  const runs = text.toDelta() as { insert: unknown; attributes?: Attributes }[];
  return runs
    .map(({ insert, attributes = {} }) => {
      if (typeof insert !== 'string') return '';
      // where a line is only suggested to be split
      const words = escapeHtml(insert).replaceAll('\u2029', '<br>');
      const apart = apartIn(attributes);
      return Object.entries(attributes)
        .filter(([, value]) => !apart.includes(markId(value)))
        .reduce((html, [name, value]) => marked(html, name, value), words);
    })
    .join('');
}

function marked(html: string, key: string, value: unknown): string {
  const attributes = isRecord(value) ? value : {};
  const name = markName(key);
  if (name === 'link' && typeof attributes.href === 'string' && isSafeHref(attributes.href))
    return `<a href="${escapeHtml(attributes.href)}">${html}</a>`;
  if (name === 'lang' && typeof attributes.lang === 'string')
    return `<span lang="${escapeHtml(attributes.lang)}">${html}</span>`;
  const tag = markTags[name];
  return tag ? `<${tag}>${html}</${tag}>` : html;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
