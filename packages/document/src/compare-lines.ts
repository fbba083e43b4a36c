import type { ArticleContent } from '@broadsheet/types';

/** A line of a text that is compared: a block of words, or a block without any. */
export interface TextLine {
  /** The same in both versions: the block's id, and what it is within it. */
  key: string;
  /** Kind of block, with the level of a heading: `paragraph`, `heading2`, `caption`, `picture`. */
  kind: string;
  /** The block it stands in, where that says how it looks: a list, a quote, a box. */
  within: string | null;
  /** How deep in lists. */
  depth: number;
  text: string;
  /** What of it is no text: address, credit, layout, number of a table's columns. */
  details: Readonly<Record<string, string>>;
  /** Text with its marks, to see that only these are different. */
  marked: string;
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
/** Parts of a block that are told by what stands in them. */
const silent = new Set([
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
  within: string | null;
  depth: number;
  parent: string;
}

/** All lines of an article in their order: headline, standfirst, then whatever the body holds. */
export function linesOf({ headline, standfirst, body }: ArticleContent): TextLine[] {
  const lines: TextLine[] = [
    plainLine('headline', headline, headline),
    plainLine('standfirst', standfirst.map(({ text }) => text).join(''), JSON.stringify(standfirst)),
  ];
  const place: Place = { within: null, depth: 0, parent: '' };
  for (const block of body.content as DocumentNode[]) addLines(lines, block, place);
  return lines;
}

const plainLine = (kind: string, text: string, marked: string): TextLine => ({
  key: kind,
  kind,
  within: null,
  depth: 0,
  text,
  details: {},
  marked,
});

function addLines(lines: TextLine[], node: DocumentNode, place: Place): void {
  const { id, level, ...attrs } = node.attrs ?? {};
  const key = typeof id === 'string' ? id : `${place.parent}:${node.type}`;
  const content = node.content ?? [];
  const isText = content.some(({ type }) => type === 'text' || type === 'hardBreak');
  const isEmpty = content.length === 0;
  const details = Object.fromEntries(
    Object.entries(attrs)
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  );
  if (isText || isEmpty || !silent.has(node.type)) {
    lines.push({
      key,
      kind: node.type === 'heading' ? `heading${String(level)}` : node.type,
      within: place.within,
      depth: place.depth,
      text: isText ? textOf(content) : '',
      details,
      marked: isText ? JSON.stringify(content) : '',
    });
  }
  if (isText) return;
  const isList = lists.has(node.type);
  const inside: Place = {
    within: node.type === 'listItem' || node.type === 'taskItem' ? place.within : node.type,
    depth: place.depth + (isList ? 1 : 0),
    parent: key,
  };
  for (const child of content) addLines(lines, child, inside);
}

const textOf = (content: readonly DocumentNode[]): string =>
  content.map(({ type, text }) => (type === 'hardBreak' ? '\n' : (text ?? ''))).join('');
