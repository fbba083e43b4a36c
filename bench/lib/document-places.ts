import * as Y from 'yjs';
import { schemas } from '../../packages/document/src/index.ts';
import { markName } from '../../packages/document/src/shared-marks.ts';

const { nodes, marks } = schemas.body;

/** Text and blocks; nothing else stands in a document of ours. */
export type Child = Y.XmlElement | Y.XmlText;
export type Parent = Y.XmlElement | Y.XmlFragment;

/** A block of text and the text in it, null while nothing was ever typed there. */
export interface Line {
  block: Y.XmlElement;
  text: Y.XmlText | null;
}

/** Letters that have a mark, and the key under which they have it. */
export interface MarkedRun {
  text: Y.XmlText;
  index: number;
  letters: number;
  key: string;
}

export const childrenOf = (parent: Parent): Child[] =>
  parent.toArray().filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText);

export const blocksIn = (parent: Parent): Y.XmlElement[] =>
  childrenOf(parent).filter((child) => child instanceof Y.XmlElement);

export const nameOf = (child: Child): string => (child instanceof Y.XmlText ? 'text' : child.nodeName);

/** A block and all that stand in it. */
export function* within(block: Y.XmlElement): Generator<Y.XmlElement> {
  yield block;
  for (const child of blocksIn(block)) yield* within(child);
}

/** Whether the schema lets these stand in such a block, in this order. */
export function mayHold(parent: string, children: readonly string[]): boolean {
  let match = nodes[parent]?.contentMatch ?? null;
  for (const name of children) {
    const type = nodes[name];
    match = type ? (match?.matchType(type) ?? null) : null;
  }
  return match?.validEnd ?? false;
}

export function lineOf(block: Y.XmlElement): Line | null {
  if (!nodes[block.nodeName]?.isTextblock) return null;
  return { block, text: childrenOf(block).find((child) => child instanceof Y.XmlText) ?? null };
}

/** The first line of a block that may hold others. */
export function firstLineOf(block: Y.XmlElement): Line | null {
  for (const each of within(block)) {
    const line = lineOf(each);
    if (line) return line;
  }
  return null;
}

export const takesMark = ({ block }: Line, name: string): boolean => {
  const type = marks[name];
  return type !== undefined && (nodes[block.nodeName]?.allowsMarkType(type) ?? false);
};

/** Marks that can't stand beside this one. */
export function excludedBy(name: string): string[] {
  const others = Object.entries(marks).filter(([other]) => other !== name);
  return others.flatMap(([other, type]) =>
    marks[name]?.excludes(type) || type.excludes(marks[name] ?? type) ? [other] : [],
  );
}

/** Letters of a block that have a mark of this name and value. */
export function runWith(
  block: Y.XmlElement,
  name: string,
  fits: (value: unknown) => boolean,
): MarkedRun | null {
  for (const each of within(block)) {
    for (const text of childrenOf(each).filter((child) => child instanceof Y.XmlText)) {
      let index = 0;
      for (const { insert, attributes = {} } of text.toDelta() as Run[]) {
        const [key] =
          Object.entries(attributes).find(([key, value]) => isFor(key, name) && fits(value)) ?? [];
        if (key !== undefined) return { text, index, letters: insert.length, key };
        index += insert.length;
      }
    }
  }
  return null;
}

interface Run {
  insert: string;
  attributes?: Record<string, unknown>;
}

const isFor = (key: string, name: string) => markName(key) === name;

/** The text of a block in which nothing was typed before. */
export function beginText(block: Y.XmlElement): Y.XmlText {
  const text = new Y.XmlText();
  block.insert(0, [text]);
  return text;
}

/** Yjs takes more than strings for attributes, which its types do not know. */
export function setAttribute(block: Y.XmlElement, name: string, value: unknown): void {
  if (value === null) block.removeAttribute(name);
  else block.setAttribute(name, value as string);
}

/** Whether it still stands in its document, with all that holds it. */
export function isLive(child: Child): boolean {
  for (let at: unknown = child; at instanceof Y.AbstractType; at = at._item?.parent)
    if (at._item?.deleted) return false;
  return true;
}

/** Letters in a block, whatever stands in it. */
export function lettersIn(block: Y.XmlElement): number {
  let letters = 0;
  for (const each of within(block))
    for (const child of childrenOf(each)) if (child instanceof Y.XmlText) letters += child.length;
  return letters;
}
