import type { Block, Inline, Mark } from '@broadsheet/types';
import { newBlockId } from './block-id.ts';
import type { Container } from './import-containers.ts';
import type { WordItem } from './import-word-lists.ts';
import { headlineText } from './render-text.ts';

/** A line of text that is being collected, and what it is to become. */
export interface Line {
  kind:
    | 'paragraph'
    | 'heading1'
    | 'heading2'
    | 'heading3'
    | 'heading4'
    | 'code'
    | 'attribution'
    | 'caption'
    | 'question'
    | 'subtitle'
    | 'tableTitle';
  content: Inline[];
  /** Whose the picture is that it stands under. */
  credit?: string;
  /** It is an item of a list without an element that says so. */
  item?: WordItem;
  /** What its first words follow: the number of a footnote. */
  prefix?: string;
  /** Whether a space here would be a second one. Kept, because asking a growing text for its end is slow. */
  isAfterSpace: boolean;
}

export function newLine(kind: Line['kind']): Line {
  return { kind, content: [], isAfterSpace: true };
}

/** A link is underlined anyway; word processors say it once more. */
const meant = (marks: readonly Mark[]): readonly Mark[] =>
  marks.some(({ type }) => type === 'link') ? marks.filter(({ type }) => type !== 'underline') : marks;

const isHeading = ({ kind }: Line): boolean => kind.startsWith('heading');

/** Appends text whose runs of spaces are already one space each, but in code. */
export function addText(line: Line, text: string, given: readonly Mark[]): void {
  // headings are bold anyway
  const marks = isHeading(line) ? meant(given).filter(({ type }) => type !== 'bold') : meant(given);
  if (line.kind === 'code') return addCode(line, text);
  if (line.prefix !== undefined && text.trim() !== '') {
    const { prefix } = line;
    delete line.prefix;
    return addText(line, prefix + text.trimStart(), given);
  }
  const words = line.isAfterSpace && text.startsWith(' ') ? text.slice(1) : text;
  if (words === '') return;
  line.isAfterSpace = words.endsWith(' ');
  const previous = line.content.at(-1);
  if (previous?.type === 'text' && sameMarks(previous.marks ?? [], marks)) previous.text += words;
  else line.content.push({ type: 'text', text: words, ...(marks.length > 0 && { marks: [...marks] }) });
}

function addCode(line: Line, text: string): void {
  const previous = line.content.at(-1);
  if (previous?.type === 'text') previous.text += text;
  else if (text !== '') line.content.push({ type: 'text', text });
}

/** A second break in a row is refused: that is how old systems wrote paragraphs. */
export function addBreak(line: Line): boolean {
  if (line.kind === 'code') {
    addCode(line, '\n');
    return true;
  }
  const last = line.content.at(-1);
  if (last?.type === 'hardBreak') return false;
  if (last) line.content.push({ type: 'hardBreak' });
  line.isAfterSpace = true;
  return true;
}

/** The words of a finished line; none where nobody wrote anything. */
export const wordsOf = (line: Line): Inline[] => trimmed(line.content);

/** Puts a finished line where it belongs. */
export function placeLine(line: Line, content: Inline[], container: Container): void {
  if (line.kind === 'attribution' && container.attribute?.(plain(content))) return;
  if (line.kind === 'question' && container.ask?.(content)) return;
  const isFree = container.kind === 'body' || container.kind === 'box';
  container.add(newTextBlock(isFree ? line.kind : 'paragraph', content));
}

const levels = { heading1: 2, heading2: 2, heading3: 3, heading4: 4 } as const;

function newTextBlock(kind: Line['kind'], content: Inline[]): Block {
  const attrs = { id: newBlockId() };
  switch (kind) {
    case 'code':
      return { type: 'codeBlock', attrs, content: [{ type: 'text', text: codeOf(content) }] };
    case 'heading1':
    case 'heading2':
    case 'heading3':
    case 'heading4':
      return { type: 'heading', attrs: { ...attrs, level: levels[kind] }, content };
    case 'paragraph':
    case 'attribution':
    case 'caption':
    case 'question':
    case 'subtitle':
    case 'tableTitle':
      return { type: 'paragraph', attrs, content };
  }
}

const codeOf = (content: Inline[]): string =>
  content.map((node) => (node.type === 'text' ? node.text : '\n')).join('');

function trimmed(content: Inline[]): Inline[] {
  const kept = [...content];
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    if (last.type === 'text') {
      last.text = last.text.trimEnd();
      if (last.text !== '') break;
    }
    kept.pop();
  }
  return kept;
}

export function plain(content: Inline[]): string {
  return headlineText(content.map((node) => (node.type === 'text' ? node.text : ' ')).join(''));
}

function sameMarks(some: readonly Mark[], others: readonly Mark[]): boolean {
  return some.length === others.length && some.every((mark, index) => isSameMark(mark, others[index]));
}

function isSameMark(one: Mark, other: Mark | undefined): boolean {
  if (one.type === 'link') return other?.type === 'link' && one.attrs.href === other.attrs.href;
  if (one.type === 'lang') return other?.type === 'lang' && one.attrs.lang === other.attrs.lang;
  return one.type === other?.type;
}

/** A line without a mark that all its words have: what they stand in says the same. */
export function withoutWhole(block: Block, type: 'bold' | 'strike'): Block {
  if (block.type !== 'paragraph') return block;
  const content = block.content ?? [];
  const isWhole = content.every(
    (node) => node.type !== 'text' || node.marks?.some((mark) => mark.type === type),
  );
  if (!isWhole) return block;
  return { ...block, content: content.map((node) => withoutMark(node, type)) };
}

function withoutMark(node: Inline, type: Mark['type']): Inline {
  if (node.type !== 'text') return node;
  const { marks = [], ...words } = node;
  const others = marks.filter((mark) => mark.type !== type);
  return { ...words, ...(others.length > 0 && { marks: others }) };
}
