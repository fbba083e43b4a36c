import { creditLabels } from '@broadsheet/document/import';
import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** Longer lines behind a dash are no names. */
const longestName = 200;
const dash = /^(?:[—–]|--)\s*/;

/**
 * What people mean who have no sign for it: the last line of a quote behind a dash is its speaker, a bold line before
 * a table its title, what stands under a picture in its paragraph its caption. So do our own files write them.
 */
export function meantParts(markdown: MarkdownIt): void {
  markdown.core.ruler.push('meant-parts', (state) => {
    const quotes: number[] = [];
    const made: Token[] = [];
    for (const token of state.tokens) {
      if (token.type === 'blockquote_open') quotes.push(made.length);
      if (token.type === 'blockquote_close') nameSpeaker(made, quotes.pop() ?? 0, state);
      if (token.type === 'table_open') nameTable(made);
      made.push(token);
      if (token.type === 'paragraph_close') captionPicture(made, state);
    }
    state.tokens = made;
  });
}

/** The last paragraph of what was made, if it is one. */
function lastParagraph(made: readonly Token[]): { open: Token; line: Token; close: Token } | null {
  const [open, line, close] = made.slice(-3);
  return open?.type === 'paragraph_open' && line?.type === 'inline' && close && !open.hidden
    ? { open, line, close }
    : null;
}

function nameSpeaker(made: Token[], start: number, state: StateCore): void {
  const last = lastParagraph(made);
  if (!last) return;
  const children = childrenOf(last.line);
  const lines = made.slice(start).filter(({ type }) => type === 'inline');
  const at = children.findLastIndex(isBreak);
  // where more lines begin with a dash, people talk
  if (lines.some((line) => line !== last.line && dash.test(line.content))) return;
  if (at < 0 ? lines.length < 2 : dash.test(last.line.content)) return;
  const name = children.slice(at + 1);
  const [first] = name;
  const words = name.map(({ content }) => content).join('');
  if (first?.type !== 'text' || !dash.test(first.content) || words.length > longestName) return;
  if (/[?!…]$/.test(words) || words.replace(dash, '') === '') return;
  first.content = first.content.replace(dash, '');
  if (at < 0) {
    for (const token of [last.open, last.close]) token.tag = 'footer';
    return;
  }
  last.line.children = children.slice(0, at);
  made.push(...paragraphOf(state, 'footer', name));
}

function nameTable(made: readonly Token[]): void {
  const last = lastParagraph(made);
  const children = last ? childrenOf(last.line) : [];
  const isBold = children[0]?.type === 'strong_open' && children.at(-1)?.type === 'strong_close';
  if (isBold && children.slice(1, -1).every(({ level }) => level > 0))
    last?.open.attrSet('class', 'table-title');
}

function captionPicture(made: Token[], state: StateCore): void {
  const last = lastParagraph(made);
  const children = last ? childrenOf(last.line) : [];
  const [image, pause, ...words] = children;
  if (!last || image?.type !== 'image') return;
  const title = image.attrGet('title');
  const caption =
    pause === undefined
      ? title && [textOf(state, String(title))]
      : pause.type === 'hardbreak'
        ? words
        : pause.type === 'softbreak' && withoutItalics(words);
  if (!caption || caption.length === 0) return;
  last.line.children = [image];
  const [open, ...others] = paragraphOf(state, 'p', withCredit(state, caption));
  open.attrSet('class', 'msocaption');
  made.push(open, ...others);
}

/** Many write a caption all in italics; null for what is no caption. */
function withoutItalics(words: Token[]): Token[] | null {
  const isItalic = words[0]?.type === 'em_open' && words.at(-1)?.type === 'em_close';
  const inner = words.slice(1, -1);
  return isItalic && inner.every(({ level }) => level > 0) ? inner : null;
}

/** The photographer, behind the word that our own pages put there. */
function withCredit(state: StateCore, words: readonly Token[]): Token[] {
  const last = words.at(-1);
  if (last?.type !== 'text') return [...words];
  const at = Math.max(...Object.values(creditLabels).map((label) => last.content.lastIndexOf(label)));
  if (at < 0 || (at > 0 && last.content[at - 1] !== ' ')) return [...words];
  const html = (content: string) => Object.assign(new state.Token('html_inline', '', 0), { content });
  const credit = textOf(state, last.content.slice(at));
  last.content = last.content.slice(0, at);
  return [...words, html('<span class="credit">'), credit, html('</span>')];
}

const isBreak = ({ type }: Token): boolean => type === 'softbreak' || type === 'hardbreak';
const childrenOf = ({ children }: Token): Token[] =>
  (children ?? []).filter(({ type, content }) => type !== 'text' || content !== '');
const textOf = (state: StateCore, content: string): Token =>
  Object.assign(new state.Token('text', '', 0), { content });

function paragraphOf(state: StateCore, tag: string, children: Token[]): [Token, Token, Token] {
  const line = Object.assign(new state.Token('inline', '', 0), { children, content: '' });
  return [new state.Token('paragraph_open', tag, 1), line, new state.Token('paragraph_close', tag, -1)];
}
