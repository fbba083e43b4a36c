import { Fragment, type Node, type NodeType, type Schema } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { isList, nodesOf, rangeOutside, type BlockRange } from './block-range.ts';
import { hasPlaceFor, keptAttributes, turnInPlace, type Target } from './turn-steps.ts';

/** What words can be turned into, whatever they are now. */
export const textBlocks = [
  'paragraph',
  'heading',
  'subheading',
  'minor',
  'bullets',
  'numbers',
  'tasks',
  'quote',
  'pullQuote',
  'factBox',
  'keyPoints',
  'qa',
  'code',
] as const;
export type TextBlock = (typeof textBlocks)[number];

const levels = { heading: 2, subheading: 3, minor: 4 } as const;
const lists = { bullets: 'bulletList', numbers: 'orderedList', tasks: 'taskList' } as const;
const boxes = {
  quote: 'blockquote',
  pullQuote: 'pullQuote',
  factBox: 'factBox',
  keyPoints: 'keyPoints',
  qa: 'qa',
} as const;

/** Which of them a block is; null for pictures, tables and all that is not made of words alone. */
export function textBlockOf(node: Node): TextBlock | null {
  if (node.type.name === 'heading')
    return Object.entries(levels).find(([, level]) => level === node.attrs.level)?.[0] as TextBlock;
  const names: Record<string, TextBlock> = {
    paragraph: 'paragraph',
    question: 'paragraph',
    bulletList: 'bullets',
    orderedList: 'numbers',
    taskList: 'tasks',
    listItem: 'bullets',
    taskItem: 'tasks',
    blockquote: 'quote',
    pullQuote: 'pullQuote',
    factBox: 'factBox',
    keyPoints: 'keyPoints',
    qa: 'qa',
    codeBlock: 'code',
    correction: 'paragraph',
  };
  return names[node.type.name] ?? null;
}

/** Turns blocks into another kind; their lines keep their ids. False where that kind may not stand. */
export function turnBlocks(tr: Transaction, given: BlockRange, kind: TextBlock): boolean {
  const range = wholeListFor(tr, given, kind);
  const nodes = nodesOf(range);
  if (nodes.some((node) => textBlockOf(node) === null)) return false;
  const target = targetOf(tr.doc.type.schema, kind);
  if (target && turnInPlace(tr, range, target)) return true;
  const made = makeBlocks(tr.doc.type.schema, nodes, kind);
  if (made.length === 0) return false;
  const line = lineAt(tr, range);
  const placed = isList(range.parent) ? replaceItems(tr, range, made) : replaceBlocks(tr, range, made);
  if (placed === null) return false;
  const [from, to] = placed;
  selectLine(tr, from, to, line);
  return true;
}

/** The block of a kind; null for what is more than one kind of line. */
function targetOf({ nodes }: Schema, kind: TextBlock): Target | null {
  if (kind === 'qa' || kind === 'code') return null;
  const isHeading = kind === 'heading' || kind === 'subheading' || kind === 'minor';
  const names = { paragraph: 'paragraph', heading: 'heading', subheading: 'heading', minor: 'heading' };
  const type = nodes[{ ...names, ...lists, ...boxes }[kind]];
  return type ? { type, attrs: isHeading ? { level: levels[kind] } : undefined } : null;
}

/** Another kind of list is one of the whole list: half a list of each kind is never meant. */
function wholeListFor(tr: Transaction, range: BlockRange, kind: TextBlock): BlockRange {
  return kind in lists && isList(range.parent) ? (rangeOutside(tr.doc, range) ?? range) : range;
}

function makeBlocks(schema: Schema, nodes: readonly Node[], kind: TextBlock): Node[] {
  const type = (name: string): NodeType => {
    const found = schema.nodes[name];
    if (!found) throw new RangeError(`No block is called ${name}.`);
    return found;
  };
  const lines = nodes.flatMap((node) => linesWithAside(node, kind));
  const paragraphs = lines.map((line) => type('paragraph').create({ id: idOf(line) }, line.content));
  const [only] = nodes;
  const whole = nodes.length === 1 && only && !only.isTextblock ? only : null;
  switch (kind) {
    case 'paragraph':
      return paragraphs;
    case 'heading':
    case 'subheading':
    case 'minor':
      return lines.map((line) =>
        type('heading').create({ id: idOf(line), level: levels[kind] }, line.content),
      );
    case 'bullets':
    case 'numbers':
    case 'tasks':
      return [listOf(type, nodes, lists[kind])];
    case 'quote':
    case 'pullQuote':
    case 'keyPoints':
      return [type(boxes[kind]).create(keptAttributes(type(boxes[kind]), whole), paragraphs)];
    case 'factBox': {
      const content = nodes.flatMap((node) =>
        fits(type('factBox'), node)
          ? [node]
          : linesWithAside(node, kind).map((line) => asParagraph(type, line)),
      );
      return [type('factBox').create(keptAttributes(type('factBox'), whole), content)];
    }
    case 'qa': {
      const [first, ...rest] = lines;
      if (!first) return [];
      const question = type('question').create({ id: idOf(first) }, first.content);
      const answers = rest.length > 0 ? rest : [type('paragraph').create()];
      return [
        type('qa').create(keptAttributes(type('qa'), whole), [
          question,
          ...answers.map((line) => asParagraph(type, line)),
        ]),
      ];
    }
    case 'code': {
      const text = lines.map((line) => line.textBetween(0, line.content.size, '\n', '\n')).join('\n');
      return [type('codeBlock').create({ id: lines[0] && idOf(lines[0]) }, text ? schema.text(text) : null)];
    }
  }
}

const idOf = (node: Node): unknown => node.attrs.id ?? null;
const fits = (box: NodeType, node: Node): boolean => box.contentMatch.matchType(node.type) !== null;
const asParagraph = (type: (name: string) => NodeType, line: Node): Node =>
  type('paragraph').create({ id: idOf(line) }, line.content);

/** The lines of words in a block, in order; code is cut at its line ends. */
function linesOf(node: Node): Node[] {
  if (node.type.name === 'codeBlock') {
    const { paragraph } = node.type.schema.nodes;
    return node.textContent
      .split('\n')
      .flatMap((line, index) =>
        paragraph
          ? [
              paragraph.create(
                { id: index === 0 ? idOf(node) : null },
                line ? node.type.schema.text(line) : null,
              ),
            ]
          : [],
      );
  }
  return node.isTextblock ? [node] : node.children.flatMap(linesOf);
}

/** The lines of a box, and as lines of their own the title and the speaker that the other kind has no place for. */
function linesWithAside(node: Node, kind: TextBlock): Node[] {
  const { nodes } = node.type.schema;
  const box = kind in boxes ? nodes[boxes[kind as keyof typeof boxes]] : undefined;
  const line = (name: string): Node[] => {
    const text: unknown = node.attrs[name];
    const isLost = typeof text === 'string' && text !== '' && !(box && hasPlaceFor(box, name));
    return isLost && nodes.paragraph ? [nodes.paragraph.create(null, node.type.schema.text(text))] : [];
  };
  return [...line('title'), ...linesOf(node), ...line('attribution')];
}

/** A list of a kind; lists that are turned into it keep their levels. */
function listOf(type: (name: string) => NodeType, nodes: readonly Node[], name: string): Node {
  const itemType = type(name === 'taskList' ? 'taskItem' : 'listItem');
  const retype = (list: Node): Node[] =>
    list.children.map((item) =>
      itemType.create(
        keptAttributes(itemType, item),
        item.children.map((child) =>
          isList(child) ? type(name).create({ id: idOf(child) }, retype(child)) : child,
        ),
      ),
    );
  const items = nodes.flatMap((node) =>
    isList(node)
      ? retype(node)
      : linesWithAside(node, 'bullets').map((line) => itemType.create(null, asParagraph(type, line))),
  );
  const [only] = nodes;
  return type(name).create(nodes.length === 1 && only && isList(only) ? { id: idOf(only) } : null, items);
}

function replaceBlocks(tr: Transaction, range: BlockRange, made: Node[]): [number, number] | null {
  const content = Fragment.fromArray(made);
  if (!range.parent.canReplace(range.first, range.last + 1, content)) return null;
  tr.replaceWith(range.from, range.to, content);
  return [range.from, range.from + content.size];
}

/** Items leave their list, which goes on before and after them. */
function replaceItems(tr: Transaction, range: BlockRange, made: Node[]): [number, number] | null {
  const list = rangeOutside(tr.doc, range);
  if (!list) return null;
  const { parent } = range;
  const before = parent.children.slice(0, range.first);
  const after = parent.children.slice(range.last + 1);
  // the second half is a list of its own
  const head = before.length > 0 ? [parent.copy(Fragment.fromArray(before))] : [];
  const rest = after.length > 0 ? [parent.type.create({ ...parent.attrs, id: null }, after)] : [];
  const tail = head.length === 0 && rest.length > 0 ? [parent.copy(Fragment.fromArray(after))] : rest;
  const content = Fragment.fromArray([...head, ...made, ...tail]);
  if (!list.parent.canReplace(list.first, list.last + 1, content)) return null;
  tr.replaceWith(list.from, list.to, content);
  const from = list.from + (head[0]?.nodeSize ?? 0);
  return [from, from + Fragment.fromArray(made).size];
}

interface LineAt {
  number: number;
  offset: number;
}

/** In which line of the range the selection stands, and where in it. */
function lineAt(tr: Transaction, range: BlockRange): LineAt {
  const { $head } = tr.selection;
  let number = 0;
  let found: LineAt | null = null;
  tr.doc.nodesBetween(range.from, range.to, (node, position) => {
    if (!node.isTextblock) return true;
    if ($head.pos > position && $head.pos < position + node.nodeSize)
      found = { number, offset: $head.pos - position - 1 };
    number += 1;
    return false;
  });
  return found ?? { number: 0, offset: 0 };
}

function selectLine(tr: Transaction, from: number, to: number, { number, offset }: LineAt): void {
  let at = 0;
  let target = from + 1;
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    if (at <= number) target = position + 1 + Math.min(offset, node.content.size);
    at += 1;
    return false;
  });
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(target, tr.doc.content.size))));
}
