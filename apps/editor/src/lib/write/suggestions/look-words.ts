import type { Mark } from '@tiptap/pm/model';
import { m } from '#lib/paraglide/messages.js';

const words: Record<string, () => string> = {
  bold: m.write_bold,
  italic: m.write_italic,
  underline: m.ways_underline,
  strike: m.write_strike,
  highlight: m.ways_highlight,
  subscript: m.ways_subscript,
  superscript: m.ways_superscript,
  code: m.blocks_code,
  tk: m.ways_tk,
};

function lookWord({ type: { name }, attrs }: Mark): string | null {
  if (name === 'link') return m.suggest_link_to({ address: String(attrs.href).replace(/^https?:\/\//u, '') });
  if (name === 'lang') return m.suggest_changes_to({ block: m.ways_lang(), changes: String(attrs.lang) });
  return words[name]?.() ?? null;
}

/** How words are to look or where they are to lead, other than they do: Bold, link to ledger.example, remove: Italic. */
export function lookWords(before: readonly Mark[], after: readonly Mark[]): string[] {
  const only = (some: readonly Mark[], others: readonly Mark[]) =>
    some.flatMap((mark) => (mark.isInSet(others) ? [] : (lookWord(mark) ?? [])));
  const [comes, goes] = [only(after, before), only(before, after)];
  return [...new Set([...comes, ...goes.map((look) => m.suggest_look_gone({ look }))])];
}
