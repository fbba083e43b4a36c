import type { Block, Language } from '@broadsheet/types';
import { sentencesInOtherLanguage } from './other-language.ts';

/** A block as JSON, of this schema's version or a later one's: what is unknown is only looked through. */
export interface CheckedNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: readonly CheckedNode[];
  text?: string;
  marks?: readonly { type: string; attrs?: Record<string, unknown> }[];
}

/** All that the checks look at of one block; it follows from the block alone, so it is kept until the block changes. */
export interface BlockFacts {
  id: string | null;
  type: string;
  isEmpty: boolean;
  /** Of a heading in the run of the text. */
  level: number | null;
  /** Its first words. */
  opening: string;
  todos: string[];
  /** Open suggestions, each with the words it stands at. What readers get has none: they count only while one writes. */
  suggestions: { id: string; quote: string }[];
  pictures: { blockId: string | null; mediaId: string; alt: string | null }[];
  /** How many pictures a gallery has. */
  gallerySize: number | null;
  /** Addresses that the text links to. */
  links: string[];
  foreign: string[];
}

const quoteLength = 60;
/** What is left to be done stands in a mark, or as journalists have always typed it. */
const typedTodo = /\[TK\b[^\]]*\]|(?<![\p{L}\p{N}])TK:\s*\S*|^TK$/u;
const suggestionMarks = new Set(['insertion', 'deletion']);
/** Blocks that are whole without a word of text. */
const wordless = new Set([
  'picture',
  'gallery',
  'video',
  'audio',
  'embed',
  'relatedStory',
  'horizontalRule',
  'file',
]);
const lines = new Set(['paragraph', 'heading', 'question', 'caption', 'codeBlock']);

/** Cut at a length that fits a line of the list. */
export const quoteOf = (text: string): string =>
  text.length > quoteLength ? `${text.slice(0, quoteLength - 1).trimEnd()}…` : text;

/** What a block says of itself. */
export function blockFacts(block: Block | CheckedNode, language: Language): BlockFacts {
  const node = block as CheckedNode;
  const facts: BlockFacts = {
    id: idOf(node),
    type: node.type,
    isEmpty: false,
    level: node.type === 'heading' ? Number(node.attrs?.['level']) : null,
    opening: '',
    todos: [],
    suggestions: [],
    pictures: [],
    gallerySize: node.type === 'gallery' ? (node.content?.length ?? 0) : null,
    links: [],
    foreign: [],
  };
  const text = collect(node, facts, language, node.type === 'codeBlock');
  facts.opening = quoteOf(text.trim());
  facts.isEmpty = !wordless.has(node.type) && text.trim() === '';
  return facts;
}

/** Goes through a node, and answers its text. */
function collect(node: CheckedNode, facts: BlockFacts, language: Language, isSaid: boolean): string {
  if (typeof node.attrs?.['mediaId'] === 'string' && node.type === 'picture')
    facts.pictures.push({
      blockId: idOf(node),
      mediaId: node.attrs['mediaId'],
      alt: typeof node.attrs['alt'] === 'string' ? node.attrs['alt'] : null,
    });
  const said = isSaid || typeof node.attrs?.['lang'] === 'string';
  const inner = lines.has(node.type)
    ? readLine(node, facts, language, said)
    : (node.content ?? []).map((each) => collect(each, facts, language, said)).join('\n');
  const suggestion = node.attrs?.['suggestion'];
  if (typeof suggestion === 'object' && suggestion !== null && 'id' in suggestion)
    addSuggestion(facts, String(suggestion.id), inner);
  return inner;
}

/** The marks of one line of text; runs under the same mark that touch are one. */
function readLine(node: CheckedNode, facts: BlockFacts, language: Language, isSaid: boolean): string {
  let text = '';
  let unmarked = '';
  let todo: string | null = null;
  for (const run of node.content ?? []) {
    const words = run.text ?? ' ';
    const marks = run.marks ?? [];
    const has = (test: (type: string) => boolean) => marks.some(({ type }) => test(type));
    text += words;
    unmarked += has((type) => type === 'lang') ? ' ' : words;
    if (has((type) => type === 'tk')) todo = (todo ?? '') + words;
    else todo = close(todo, facts.todos);
    const apart = marks.filter(({ type }) => type === 'apart').map(({ attrs }) => attrs?.['id']);
    for (const { type, attrs } of marks) {
      if (suggestionMarks.has(type) && !apart.includes(attrs?.['id']))
        addSuggestion(facts, String(attrs?.['id']), words);
      if (type === 'link' && typeof attrs?.['href'] === 'string' && !facts.links.includes(attrs['href']))
        facts.links.push(attrs['href']);
    }
  }
  close(todo, facts.todos);
  if (node.type === 'codeBlock') return text;
  if (facts.todos.length === 0) {
    const typed = typedTodo.exec(text);
    if (typed) facts.todos.push(quoteOf(typed[0]));
  }
  if (!isSaid) facts.foreign.push(...sentencesInOtherLanguage(unmarked, language).map(quoteOf));
  return text;
}

function close(run: string | null, into: string[]): null {
  if (run !== null) into.push(quoteOf(run.trim()));
  return null;
}

function addSuggestion(facts: BlockFacts, id: string, words: string): void {
  if (!facts.suggestions.some((each) => each.id === id))
    facts.suggestions.push({ id, quote: quoteOf(words.trim()) });
}

const idOf = ({ attrs }: CheckedNode): string | null =>
  typeof attrs?.['id'] === 'string' ? attrs['id'] : null;

/** Of lines in which nothing can be marked: any TK that is a word of its own. Flights write theirs as TK332. */
const bareTodo = /(?<![\p{L}\p{M}\p{N}])TK(?![\p{L}\p{M}\p{N}])/u;

/** What is left to be done in a headline or standfirst. */
export const todoIn = (text: string): string | null =>
  (typedTodo.exec(text) ?? bareTodo.exec(text))?.[0] ?? null;
