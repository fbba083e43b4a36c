import { fragments, type ArticleContent } from '@broadsheet/types';
import type { Node } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { contentToNodes } from './article-nodes.ts';
import { anchorsIn, restoreAnchors } from './comment-anchors.ts';
import { elementToNode } from './fragment-to-node.ts';
import { longestRise } from './longest-rise.ts';
import { replaceWords } from './replace-words.ts';
import { withoutComments } from './without-comments.ts';

/**
 * Turns what the document holds into the given content, in one transaction. Blocks are matched by id and
 * changed in place, so that what others type meanwhile in a block that stays is kept, and comments stay at their words
 * where those are still in their block. Used by restore, import and the start of a translation. Throws `DocumentError` before anything is changed.
 */
export function replaceContent(ydoc: Y.Doc, content: ArticleContent, origin?: unknown): void {
  const nodes = contentToNodes(content);
  ydoc.transact(() => {
    const anchors = anchorsIn(ydoc);
    for (const name of fragments) replaceChildren(ydoc, ydoc.getXmlFragment(name), nodes[name].children);
    restoreAnchors(ydoc, anchors);
  }, origin);
}

function replaceChildren(ydoc: Y.Doc, parent: Y.XmlFragment, wanted: readonly Node[]): void {
  const present = parent.toArray();
  const kept = matchById(present, wanted);
  const keptPresent = new Set(kept.values());
  for (let index = present.length - 1; index >= 0; index--) {
    if (!keptPresent.has(index)) parent.delete(index, 1);
  }
  wanted.forEach((node, index) => {
    const match = kept.get(index);
    const element = match === undefined ? insertElement(parent, index, node) : present[match];
    if (element instanceof Y.XmlElement) replaceElement(ydoc, element, node);
  });
}

function insertElement(parent: Y.XmlFragment, index: number, node: Node): Y.XmlElement {
  const element = new Y.XmlElement(node.type.name);
  parent.insert(index, [element]);
  return element;
}

function replaceElement(ydoc: Y.Doc, element: Y.XmlElement, node: Node): void {
  if (node.isTextblock || node.isLeaf) {
    if (isAlready(element, node)) return;
    const line = onlyLine(element);
    if (line && node.children.every(({ isText }) => isText)) replaceWords(line, node.textContent);
    updateYFragment(ydoc, element, node, { mapping: new Map(), isOMark: new Map() });
    return;
  }
  const bare = node.type.create(node.attrs);
  setAttributes(element, bare);
  replaceChildren(ydoc, element, node.children);
}

/** Whether a block is as wanted but for comments, of which no content knows. */
function isAlready(element: Y.XmlElement, node: Node): boolean {
  try {
    return withoutComments(elementToNode(element, node.type.schema)).eq(node);
  } catch {
    return false;
  }
}

/** The text of a block that holds nothing else. */
function onlyLine(element: Y.XmlElement): Y.XmlText | null {
  const first = element.length === 1 ? element.get(0) : null;
  return first instanceof Y.XmlText ? first : null;
}

function setAttributes(element: Y.XmlElement<Record<string, string | number>>, node: Node): void {
  const present = element.getAttributes();
  for (const name of Object.keys(present)) {
    if ((node.attrs[name] ?? null) === null) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(node.attrs as Record<string, string | number | null>)) {
    if (value !== null && present[name] !== value) element.setAttribute(name, value);
  }
}

/** For each wanted block that can stay where it is, the index of the present one it continues. */
function matchById(present: unknown[], wanted: readonly Node[]): Map<number, number> {
  const places = new Map<string, number>();
  present.forEach((child, index) => {
    if (!(child instanceof Y.XmlElement)) return;
    const key = `${child.nodeName} ${child.getAttribute('id') ?? ''}`;
    if (!places.has(key)) places.set(key, index);
  });
  const pairs = wanted.flatMap((node, index) => {
    const id: unknown = node.attrs.id;
    const place = places.get(`${node.type.name} ${typeof id === 'string' ? id : ''}`);
    return place === undefined ? [] : [{ index, place }];
  });
  // the shared list can't move a child, so only blocks whose order did not change may stay
  return new Map(longestRise(pairs, (pair) => pair.place).map((pair) => [pair.index, pair.place]));
}
