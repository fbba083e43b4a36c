import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const definition = /^\[\^([\p{L}\p{N}-]{1,40})\]:[ \t]*/u;
const reference = /^\[\^([\p{L}\p{N}-]{1,40})\]/u;
const indented = 4;

/** Footnotes as text, as those of other programs come in: `[1]` in the text, and a paragraph that begins with it. */
export function footnotes(markdown: MarkdownIt): void {
  // before links: a note of one word would be the address of one
  markdown.block.ruler.before('reference', 'note', noteText, { alt: ['paragraph', 'reference'] });
  markdown.inline.ruler.before('link', 'note', noteSign);
}

/** Words between `==` and `==`, as many programs write what is highlighted. */
export function highlights(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('emphasis', 'highlight', highlight);
}

function noteText(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (state.sCount[start]! - state.blkIndent >= indented) return false;
  const [sign, label] = definition.exec(lineAt(state, start)) ?? [];
  if (sign === undefined || label === undefined) return false;
  if (silent) return true;
  notesOf(state.env).add(label);
  const paragraphs = [[`\\[${label}\\] ${lineAt(state, start).slice(sign.length)}`]];
  let next = start + 1;
  for (let line = next; line < end; line++) {
    if (state.isEmpty(line)) continue;
    const isApart = line > next;
    if (isApart && state.sCount[line]! - state.blkIndent < indented) break;
    if (definition.test(lineAt(state, line))) break;
    if (isApart) paragraphs.push([]);
    paragraphs.at(-1)?.push(lineAt(state, line));
    next = line + 1;
  }
  for (const lines of paragraphs) {
    state.push('paragraph_open', 'p', 1);
    const inline = state.push('inline', '', 0);
    inline.content = lines.join('\n');
    inline.children = [];
    state.push('paragraph_close', 'p', -1);
  }
  state.line = next;
  return true;
}

/** Only of a note that there is: else it is what somebody wrote. */
function noteSign(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false;
  const [sign, label] = reference.exec(state.src.slice(state.pos, state.pos + 50)) ?? [];
  if (sign === undefined || label === undefined || !notesOf(state.env).has(label)) return false;
  if (!silent) state.pending += `[${label}]`;
  state.pos += sign.length;
  return true;
}

function highlight(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (!src.startsWith('==', pos)) return false;
  const end = src.indexOf('==', pos + 2);
  const isWords = end > pos + 2 && end < posMax && /^[^\s=][^]*$/.test(src.slice(pos + 2, pos + 4));
  if (!isWords || /\s/.test(src[end - 1] ?? '') || isLetter(src[pos - 1]) || isLetter(src[end + 2]))
    return false;
  if (!silent) {
    state.push('mark_open', 'mark', 1);
    state.pos = pos + 2;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('mark_close', 'mark', -1);
    state.posMax = posMax;
  }
  state.pos = end + 2;
  return true;
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}=]/u.test(sign);
const lineAt = (state: StateBlock, line: number): string =>
  state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);

/** The notes that a text has, by what markdown-it carries along while it reads it. */
const notes = new WeakMap<object, Set<string>>();

function notesOf(env: object): Set<string> {
  const known = notes.get(env) ?? new Set();
  notes.set(env, known);
  return known;
}
