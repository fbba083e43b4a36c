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
  /** What is left to be done; in the block itself, or in one within it that says so beside its words. */
  todos: { blockId: string | null; quote: string }[];
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
/**
 * What is left to be done stands in a mark, or as journalists have always typed it: `[TK age]`, `TK: age`, or TK or TKTK
 * as a word of its own. `TK 332` is a flight or a sum, and so is `TK-332`.
 */
const typedTodo =
  /\[(?:TK)+\b[^\]]*\]|(?<![\p{L}\p{M}\p{N}])(?:TK)+(?::\s*\S*|(?![\p{L}\p{M}\p{N}]|[\s\p{Pd}]?\p{N}))/u;
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
/** What blocks say beside their words, in fields of their own. */
const besides = ['title', 'attribution', 'caption', 'credit', 'alt'];
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
  for (const name of besides) addTodo(facts, node.attrs?.[name], idOf(node));
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
  /** Without what is marked as to be done, which is known. */
  let typed = '';
  let todo: string | null = null;
  for (const run of node.content ?? []) {
    const words = run.text ?? ' ';
    const marks = run.marks ?? [];
    const has = (test: (type: string) => boolean) => marks.some(({ type }) => test(type));
    text += words;
    unmarked += has((type) => type === 'lang') ? ' ' : words;
    const isTodo = has((type) => type === 'tk');
    typed += isTodo ? '\n' : words;
    if (isTodo) todo = (todo ?? '') + words;
    else todo = close(todo, facts);
    const apart = marks.filter(({ type }) => type === 'apart').map(({ attrs }) => attrs?.['id']);
    for (const { type, attrs } of marks) {
      if (suggestionMarks.has(type) && !apart.includes(attrs?.['id']))
        addSuggestion(facts, String(attrs?.['id']), words);
      if (type === 'link' && typeof attrs?.['href'] === 'string' && !facts.links.includes(attrs['href']))
        facts.links.push(attrs['href']);
    }
  }
  close(todo, facts);
  if (node.type === 'codeBlock') return text;
  addTodo(facts, typed, facts.id);
  if (!isSaid) facts.foreign.push(...sentencesInOtherLanguage(unmarked, language).map(quoteOf));
  return text;
}

function close(run: string | null, facts: BlockFacts): null {
  if (run !== null) facts.todos.push({ blockId: facts.id, quote: quoteOf(run.trim()) });
  return null;
}

function addTodo(facts: BlockFacts, line: unknown, blockId: string | null): void {
  const todo = typeof line === 'string' ? todoIn(line) : null;
  if (todo !== null) facts.todos.push({ blockId, quote: quoteOf(todo) });
}

function addSuggestion(facts: BlockFacts, id: string, words: string): void {
  if (!facts.suggestions.some((each) => each.id === id))
    facts.suggestions.push({ id, quote: quoteOf(words.trim()) });
}

const idOf = ({ attrs }: CheckedNode): string | null =>
  typeof attrs?.['id'] === 'string' ? attrs['id'] : null;

/** What is left to be done in a line, as it was typed. */
export const todoIn = (line: string): string | null => typedTodo.exec(line)?.[0] ?? null;
