import type { Language } from '@broadsheet/types';

/** What is looked for, and how. */
export interface FindQuery {
  text: string;
  matchCase: boolean;
  wholeWords: boolean;
  pattern: boolean;
}

/** A found passage of a text: [from, to), and what the parts of a pattern found. */
export interface Match {
  from: number;
  to: number;
  groups?: readonly (string | undefined)[];
  named?: Readonly<Record<string, string | undefined>>;
}

/** More are neither counted nor marked. */
export const mostMatches = 5000;

const inWord = /[\p{L}\p{N}\p{M}_]/u;

/** What stands for what: nobody looks for a typographic sign by typing it. */
const alike: Record<string, string> = {
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2009': ' ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
};

/** A text in which equal signs are equal; as long as before, so that places stay. */
function folded(text: string, matchCase: boolean, language: Language): string {
  const signs = text.replace(/[\u00A0\u202F\u2009’‘ʼ“”„«»]/g, (sign) => alike[sign] ?? sign);
  if (matchCase) return signs;
  const lower = signs.toLocaleLowerCase(language);
  if (lower.length === signs.length) return lower;
  return Array.from({ length: signs.length }, (_, at) => {
    const sign = signs.charAt(at);
    const small = sign.toLocaleLowerCase(language);
    return small.length === 1 ? small : sign;
  }).join('');
}

/** The passages of a text that are the words looked for. Not for patterns. */
export function findWords(text: string, query: FindQuery, language: Language): Match[] {
  const wanted = folded(query.text, query.matchCase, language);
  if (wanted === '') return [];
  const there = folded(text, query.matchCase, language);
  const found: Match[] = [];
  for (let at = there.indexOf(wanted); at !== -1;) {
    const to = at + wanted.length;
    const whole = !query.wholeWords || (!isWithin(text, at, wanted[0]) && !isWithin(text, to, wanted.at(-1)));
    if (whole) found.push({ from: at, to });
    if (found.length >= mostMatches) break;
    at = there.indexOf(wanted, whole ? to : at + 1);
  }
  return found;
}

/** Whether a word goes on over this place. */
function isWithin(text: string, at: number, edge = ''): boolean {
  const [before = '', after = ''] = [text.charAt(at - 1), text.charAt(at)];
  return inWord.test(edge) && inWord.test(before) && inWord.test(after);
}

/** The pattern as an expression. @throws SyntaxError */
export function asExpression({ text, matchCase, wholeWords }: FindQuery): RegExp {
  // by itself first: `a)(b` is no pattern, though it would be one in brackets
  const plain = new RegExp(text, 'u');
  const edge = '[\\p{L}\\p{N}\\p{M}_]';
  const any = withEverySpace(plain.source);
  const source = wholeWords ? `(?<!${edge})(?:${any})(?!${edge})` : any;
  return new RegExp(source, matchCase ? 'gmu' : 'gimu');
}

/** A space in a pattern stands for those, too, that keep a line together: nobody sees which one it is. */
function withEverySpace(source: string): string {
  const spaces = ' \\u00A0\\u202F\\u2009';
  let isInClass = false;
  return source.replace(/\\.|[[\] ]/gs, (sign) => {
    if (sign === '[' || sign === ']') isInClass = sign === '[';
    if (sign !== ' ') return sign;
    return isInClass ? spaces : `[${spaces}]`;
  });
}

/** The passages that fit a pattern; those without a letter are left out. May take for ever: see `PatternSearch`. */
export function findPattern(text: string, expression: RegExp): Match[] {
  const found: Match[] = [];
  for (const match of text.matchAll(expression)) {
    if (match[0] === '') continue;
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      groups: match.slice(1),
      ...(match.groups ? { named: { ...match.groups } } : {}),
    });
    if (found.length >= mostMatches) break;
  }
  return found;
}

/** What a match is replaced by: in patterns `$1`, `$<name>`, `$&` and `$$` mean what they mean to JavaScript. */
export function replacementFor(match: Match, whole: string, replacement: string, pattern: boolean): string {
  if (!pattern) return replacement;
  return replacement.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/g, (sign, dollar, all, number, name) => {
    if (dollar) return '$';
    if (all) return whole;
    if (typeof name === 'string') return match.named?.[name] ?? '';
    const at = Number(number);
    const groups = match.groups ?? [];
    return at >= 1 && at <= groups.length ? (groups[at - 1] ?? '') : String(sign);
  });
}
