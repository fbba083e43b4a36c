import type {
  ArticleContent,
  Block,
  Caption,
  Heading,
  ListItem,
  Question,
  TableCell,
  TableHeader,
  TableRow,
  TaskItem,
} from '@broadsheet/types';
import type { MarkedRun } from './compare-marks.ts';

type ArticleNode = Block | ListItem | TaskItem | Question | TableRow | TableCell | TableHeader | Caption;
/** Distributes over the kinds of nodes. */
type AttributeOf<Node> = Node extends { attrs: infer Attributes } ? keyof Attributes : never;

/** What a line can be: a kind of block, a heading with its level, or one of the lines before the body. */
export type LineKind =
  'headline' | 'standfirst' | `heading${Heading['attrs']['level']}` | Exclude<ArticleNode['type'], 'heading'>;
/** What can be different of a block beside its words and its kind. */
export type DetailName = Exclude<AttributeOf<ArticleNode>, 'id' | 'level'>;

/** A block that a line stands in. */
export interface Holder {
  key: string;
  kind: LineKind;
}

/** A line of a text that is compared: a block of words, or a block without any. */
export interface TextLine {
  /** The same in both versions: the block's id, and what it is within it. */
  key: string;
  kind: LineKind;
  /** The block it stands in, where that says how it looks: a list, a quote, a box. */
  within: LineKind | null;
  /** All blocks around it, the outermost first. */
  holders: readonly Holder[];
  /** How deep in lists. */
  depth: number;
  text: string;
  /** What of it is no text: address, credit, layout, number of a table's columns. */
  details: Readonly<Partial<Record<DetailName, string>>>;
  /** What the text carries from its beginning to its end. */
  runs: readonly MarkedRun[];
  /** What holds the lines after it: it is told of only where something of its own is different. */
  isQuiet: boolean;
}

/** A node of the document's JSON, as far as a comparison looks at it. */
interface DocumentNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: unknown;
  content?: DocumentNode[];
}

const lists = new Set(['bulletList', 'orderedList', 'taskList']);
/** Blocks that are told by what stands in them. */
const quiet = new Set([
  'bulletList',
  'orderedList',
  'taskList',
  'listItem',
  'tableRow',
  'keyPoints',
  'qa',
  'gallery',
]);

interface Place {
  within: LineKind | null;
  depth: number;
  holders: readonly Holder[];
}

/** All lines of an article in their order: headline, standfirst, then whatever the body holds. */
export function linesOf({ headline, standfirst, body }: ArticleContent): TextLine[] {
  const lines: TextLine[] = [
    plainLine('headline', headline, []),
    plainLine('standfirst', textOf(standfirst), runsOf(standfirst)),
  ];
  const place: Place = { within: null, depth: 0, holders: [] };
  for (const block of body.content as DocumentNode[]) addLines(lines, block, place);
  return lines;
}

const plainLine = (kind: 'headline' | 'standfirst', text: string, runs: MarkedRun[]): TextLine => ({
  key: kind,
  kind,
  within: null,
  holders: [],
  depth: 0,
  text,
  details: {},
  runs,
  isQuiet: false,
});

function addLines(lines: TextLine[], node: DocumentNode, place: Place): void {
  const { id, level, ...attrs } = node.attrs ?? {};
  const key = typeof id === 'string' ? id : `${place.holders.at(-1)?.key ?? ''}:${node.type}`;
  const content = node.content ?? [];
  const isText = content.some(({ type }) => type === 'text' || type === 'hardBreak');
  const isEmpty = content.length === 0;
  // nobody reads a blank line, and each block at the end of a text has one below it
  if (isEmpty && node.type === 'paragraph' && place.holders.length === 0) return;
  const details = Object.fromEntries(
    Object.entries(attrs)
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => [name, typeof value === 'object' ? written(value) : String(value)]),
  );
  const isQuiet = !isText && !isEmpty && quiet.has(node.type);
  const kind = (node.type === 'heading' ? `heading${String(level)}` : node.type) as LineKind;
  if (!isQuiet || Object.keys(details).length > 0) {
    lines.push({
      key,
      kind,
      within: place.within,
      holders: place.holders,
      depth: place.depth,
      text: isText ? textOf(content) : '',
      details,
      runs: isText ? runsOf(content) : [],
      isQuiet,
    });
  }
  if (isText) return;
  const isList = lists.has(node.type);
  const inside: Place = {
    within: node.type === 'listItem' || node.type === 'taskItem' ? place.within : kind,
    depth: place.depth + (isList ? 1 : 0),
    holders: [...place.holders, { key, kind }],
  };
  for (const child of content) addLines(lines, child, inside);
}

/** JSON with its keys in order: a database gives them back in another than they were written in. */
const written = (value: unknown): string => JSON.stringify(inOrder(value));

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inside]) => [key, inOrder(inside)]));
}

const wordsOf = ({ type, text }: DocumentNode): string => (type === 'hardBreak' ? '\n' : (text ?? ''));

const textOf = (content: readonly DocumentNode[]): string => content.map(wordsOf).join('');

const runsOf = (content: readonly DocumentNode[]): MarkedRun[] =>
  content.map((node) => ({
    length: wordsOf(node).length,
    marks: Array.isArray(node.marks) && node.marks.length > 0 ? written(node.marks) : '',
  }));
