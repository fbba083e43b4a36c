import { splitSign } from '@broadsheet/document';
import { m } from '#lib/paraglide/messages.js';
import { detailWords, isDetail } from '../blocks/detail-words.ts';
import { blockWord } from '../blocks/kind-words.ts';
import type { BlockProposal, FoundSuggestion } from './found-suggestions.ts';

const most = 60;
const short = (text: string): string => {
  const line = text.replaceAll(splitSign, ' ¶ ').replace(/\s+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

const asText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : `${value as string}`;

function proposalWords({ op, kind, attrs, next }: BlockProposal): string {
  const block = blockWord(kind, attrs.level);
  switch (op) {
    case 'insert':
      return m.suggest_adds_block({ block });
    case 'delete':
      return m.suggest_removes_block({ block });
    case 'join':
      return m.suggest_joins();
    case 'turn': {
      if (next?.sink) return m.suggest_sinks({ block });
      const target = next?.wrap?.[0] ?? next?.type ?? null;
      if (next?.lift && target === null) return m.suggest_lifts({ block });
      const isOther = target !== null || next?.attrs?.level !== undefined;
      if (isOther)
        return m.suggest_turns({ before: block, after: blockWord(target ?? kind, next?.attrs?.level) });
      const changes = Object.entries(next?.attrs ?? {}).flatMap(([name, value]) =>
        isDetail(name) ? [detailWords(name, asText(attrs[name]), asText(value))] : [],
      );
      return changes.length > 0
        ? m.suggest_changes_to({ block, changes: changes.join(', ') })
        : m.suggest_changes({ block });
    }
  }
}

/** What a suggestion says, in words: "two" becomes "three", Heading → Text, Width: Inline → Wide. */
export function suggestionWords({ inserted, deleted, blocks }: FoundSuggestion): string {
  const [before, after] = [short(deleted), short(inserted)];
  const words = blocks.slice(0, 2).map(proposalWords);
  if (blocks.some(({ op }) => op === 'insert')) return words.join(', ');
  // the same words once more: what is proposed is how they look, or where they lead
  if (before && before === after) words.unshift(m.suggest_marks({ words: after }));
  else if (before && after) words.unshift(m.suggest_replaces({ before, after }));
  else if (after) words.unshift(m.suggest_adds({ after }));
  else if (before) words.unshift(m.suggest_removes({ before }));
  return words.join(', ') || m.suggest_changes({ block: m.suggest_kind_block() });
}
