import { isSafeHref, type Inline, type Mark, type TextNode } from '@broadsheet/types';
import { langAttributes } from './render-inline.ts';

/** Signs around a marked run: HTML where Markdown has none. Links are made around whole groups of runs. */
const signs: Record<Exclude<Mark['type'], 'lang'>, readonly [string, string]> = {
  bold: ['**', '**'],
  italic: ['*', '*'],
  strike: ['~~', '~~'],
  underline: ['<u>', '</u>'],
  highlight: ['<mark>', '</mark>'],
  subscript: ['<sub>', '</sub>'],
  superscript: ['<sup>', '</sup>'],
  link: ['', ''],
  tk: ['', ''],
};

/** A line's text as CommonMark. Line breaks become spaces, as a heading or a table's cell needs them, unless `breaks`. */
export function markdownInline(content: readonly Inline[] | undefined, breaks = ' '): string {
  let line = '';
  let linked: { href: string; text: string } | null = null;
  const endLink = () => {
    // an exclamation mark before a link would make a picture of it
    if (linked) line = line.replace(/!$/, String.raw`\!`) + linkTo(linked.href, linked.text);
    linked = null;
  };
  for (const node of content ?? []) {
    const href = node.type === 'text' ? hrefOf(node) : null;
    const text = node.type === 'text' ? markedText(node) : breaks;
    if (href === null) {
      endLink();
      line += text;
    } else {
      if (linked && (linked as { href: string }).href !== href) endLink();
      linked = { href, text: ((linked as { text: string } | null)?.text ?? '') + text };
    }
  }
  endLink();
  return line.trim();
}

/** Text that means itself: no sign in it is read as Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('\u200B', '')
    .replace(/[\\`*_[\]<~|]|==/g, String.raw`\$&`)
    .replace(/&(?=#?\w{1,32};)/g, String.raw`\&`);
}

/** A paragraph whose first characters would begin a heading, list, quote or rule begins with a backslash instead. */
export function guardStart(line: string): string {
  return line
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=[\s-]|$)|>|=)/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
}

/** A link; an address with parentheses stands in angle brackets. */
export function linkTo(href: string, text: string): string {
  return `[${text}](${/[()]/.test(href) ? `<${href}>` : href})`;
}

function hrefOf(node: TextNode): string | null {
  const link = node.marks?.find((mark) => mark.type === 'link');
  return link && isSafeHref(link.attrs.href) ? link.attrs.href : null;
}

/** Emphasis must touch its words: spaces at the edge of a marked run move out of the signs. */
function markedText(node: TextNode): string {
  const text = escapeMarkdown(node.text);
  const words = text.trim();
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  const around = (node.marks ?? []).map(signsOf);
  if (words === '' || around.length === 0) return text;
  const begin = around.map(([sign]) => sign).join('');
  const end = around.toReversed().map(([, sign]) => sign);
  return before + begin + words + end.join('') + after;
}

/** Of a language Markdown knows nothing, but HTML may stand in it. */
const signsOf = (mark: Mark): readonly [string, string] =>
  mark.type === 'lang' ? [`<span${langAttributes(mark.attrs.lang)}>`, '</span>'] : signs[mark.type];
