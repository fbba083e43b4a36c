import { fragments, type ArticleContent } from '@broadsheet/types';
import * as Y from 'yjs';
import { nodesToContent } from './article-nodes.ts';
import { fragmentToNode } from './fragment-to-node.ts';
import { schemas } from './schemas.ts';
import { apartIn, markId, markName, type SharedMarks } from './shared-marks.ts';

/**
 * The whole content of an article's document, validated against the editor's schema and the wire's.
 * The document itself is only read. Throws `DocumentError` on anything unknown: what is published is all
 * that was written, or nothing. Blocks that a merge left without an id of their own get one in the result.
 */
export function readDocument(ydoc: Y.Doc): ArticleContent {
  return nodesToContent({
    headline: fragmentToNode(ydoc.getXmlFragment('headline'), schemas.headline),
    standfirst: fragmentToNode(ydoc.getXmlFragment('standfirst'), schemas.standfirst),
    body: fragmentToNode(ydoc.getXmlFragment('body'), schemas.body),
  });
}

/**
 * The plain text of each fragment, for lists and search, without what is only suggested. Never throws: it reads
 * whatever text is there.
 */
export interface ArticleTexts {
  headline: string;
  standfirst: string;
  body: string;
}

export function readTexts(ydoc: Y.Doc): ArticleTexts {
  return {
    headline: textOf(ydoc.getXmlFragment('headline'), ' '),
    standfirst: textOf(ydoc.getXmlFragment('standfirst'), ' '),
    body: textOf(ydoc.getXmlFragment('body'), '\n'),
  };
}

/** Whether there is a letter anywhere. Looks no further than to the first one. */
export function hasText(ydoc: Y.Doc): boolean {
  return fragments.some((name) => {
    const texts = ydoc.getXmlFragment(name).createTreeWalker((type) => type instanceof Y.XmlText);
    for (const text of texts) if ((text as Y.XmlText).length > 0) return true;
    return false;
  });
}

function textOf(fragment: Y.XmlFragment, separator: string): string {
  const lines: string[] = [];
  collectLines(fragment, lines);
  return lines
    .map((each) => each.replace(/\s+/gu, ' ').trim())
    .filter((each) => each !== '')
    .join(separator);
}

function collectLines(parent: Y.XmlFragment, lines: string[]): void {
  let current = '';
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) current += plainText(child);
    else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') current += ' ';
    else if (child instanceof Y.XmlElement) {
      if (isOnlySuggested(child)) continue;
      addAttributes(child, ['title', 'caption'], lines);
      collectLines(child, lines);
      addAttributes(child, ['attribution'], lines);
    }
  }
  lines.push(current);
}

/** Words of a block that nobody writes together are kept in its attributes. */
function addAttributes(element: Y.XmlElement, names: readonly string[], lines: string[]): void {
  for (const name of names) {
    const text: unknown = element.getAttribute(name);
    if (typeof text === 'string') lines.push(text);
  }
}

function plainText(text: Y.XmlText): string {
  const runs = text.toDelta() as { insert: unknown; attributes?: SharedMarks }[];
  return runs
    .map(({ insert, attributes }) => (typeof insert === 'string' && !isInsertion(attributes) ? insert : ''))
    .join('');
}

function isInsertion(marks: SharedMarks = {}): boolean {
  const apart = apartIn(marks);
  return Object.entries(marks).some(
    ([key, value]) => markName(key) === 'insertion' && !apart.includes(markId(value)),
  );
}

/** A block that somebody proposes to add. Once others have written in it directly it belongs to the text. */
function isOnlySuggested(element: Y.XmlElement): boolean {
  const suggestion: unknown = element.getAttribute('suggestion');
  const isAdded =
    typeof suggestion === 'object' && suggestion !== null && 'op' in suggestion && suggestion.op === 'insert';
  if (!isAdded) return false;
  const lines: string[] = [];
  collectWords(element, lines);
  return lines.join('') === '';
}

function collectWords(parent: Y.XmlFragment, lines: string[]): void {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) lines.push(plainText(child));
    else if (child instanceof Y.XmlElement) collectWords(child, lines);
  }
}
