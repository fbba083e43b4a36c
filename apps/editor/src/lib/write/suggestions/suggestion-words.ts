import { splitSign } from '@broadsheet/document';
import { m } from '#lib/paraglide/messages.js';
import type { BlockProposal, FoundSuggestion } from './found-suggestions.ts';

const most = 60;
const short = (text: string): string => {
  const line = text.replaceAll(splitSign, ' ¶ ').replace(/\s+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

const names: Record<string, () => string> = {
  paragraph: m.suggest_kind_paragraph,
  bulletList: m.suggest_kind_list,
  orderedList: m.suggest_kind_list,
  taskList: m.suggest_kind_list,
  listItem: m.suggest_kind_item,
  taskItem: m.suggest_kind_item,
  blockquote: m.suggest_kind_quote,
  pullQuote: m.suggest_kind_quote,
  picture: m.suggest_kind_picture,
  gallery: m.suggest_kind_gallery,
  table: m.suggest_kind_table,
  tableRow: m.suggest_kind_row,
  tableCell: m.suggest_kind_cell,
  tableHeader: m.suggest_kind_cell,
};

const kindName = (kind: string, level: unknown): string =>
  kind === 'heading'
    ? m.suggest_kind_heading({ level: typeof level === 'number' ? level : 2 })
    : (names[kind] ?? m.suggest_kind_block)();

function proposalWords({ op, kind, level, next }: BlockProposal): string {
  const name = kindName(kind, level);
  switch (op) {
    case 'insert':
      return m.suggest_adds_block({ block: name });
    case 'delete':
      return m.suggest_removes_block({ block: name });
    case 'join':
      return m.suggest_joins();
    case 'turn': {
      const target = next?.wrap?.[0] ?? next?.type ?? (next?.lift ? 'paragraph' : null);
      const isOther = target !== null || next?.attrs?.level !== undefined;
      return isOther
        ? m.suggest_turns({ before: name, after: kindName(target ?? kind, next?.attrs?.level) })
        : m.suggest_changes({ block: name });
    }
  }
}

/** What a suggestion says, in words: "two" becomes "three", Heading 2 → Text. */
export function suggestionWords({ inserted, deleted, blocks }: FoundSuggestion): string {
  const [before, after] = [short(deleted), short(inserted)];
  const words = blocks.slice(0, 2).map(proposalWords);
  if (blocks.some(({ op }) => op === 'insert')) return words.join(', ');
  if (before && after) words.unshift(m.suggest_replaces({ before, after }));
  else if (after) words.unshift(m.suggest_adds({ after }));
  else if (before) words.unshift(m.suggest_removes({ before }));
  return words.join(', ') || m.suggest_changes({ block: m.suggest_kind_block() });
}
