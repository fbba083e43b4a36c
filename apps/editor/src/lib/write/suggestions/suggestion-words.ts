import { splitSign } from '@broadsheet/document';
import type { SuggestionRecord } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';
import { detailWords, isDetail } from '../blocks/detail-words.ts';
import { blockWord } from '../blocks/kind-words.ts';
import type { BlockProposal, FoundSuggestion } from './found-suggestions.ts';
import { lookWords } from './look-words.ts';

const short = (text: string, most = 60): string => {
  const line = text.replaceAll(splitSign, ' ¶ ').replace(/\s+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

const asText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : `${value as string}`;

/** A block that goes in one place and comes in another is one that moves. */
type Proposal = Omit<BlockProposal, 'op'> & { op: BlockProposal['op'] | 'move' };

function withMoves(blocks: readonly BlockProposal[]): Proposal[] {
  const isSame = (one: Proposal, other: Proposal) => one.kind === other.kind && one.text === other.text;
  const found: Proposal[] = [];
  for (const one of blocks) {
    const opposite = one.op === 'insert' ? 'delete' : one.op === 'delete' ? 'insert' : null;
    const at = found.findIndex((other) => other.op === opposite && isSame(one, other));
    if (at < 0) found.push(one);
    else found[at] = { ...one, op: 'move' };
  }
  return found;
}

function proposalWords({ op, kind, attrs, text, next }: Proposal): string {
  const block = blockWord(kind, attrs.level);
  const words = short(text, 30);
  const whole = words ? m.suggest_block_words({ block, words }) : block;
  switch (op) {
    case 'insert':
      return m.suggest_adds_block({ block: whole });
    case 'delete':
      return m.suggest_removes_block({ block: whole });
    case 'move':
      return m.suggest_moves_block({ block: whole });
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

/** So many blocks are named, if there are more than one beyond them. */
const named = 2;

function blocksWords(blocks: readonly BlockProposal[]): string[] {
  const all = withMoves(blocks);
  const count = all.length - named;
  const said = all.slice(0, count > 1 ? named : all.length).map(proposalWords);
  return count > 1 ? [...said, m.suggest_and_more({ count })] : said;
}

/** What a suggestion says, in words: "two" becomes "three", Heading → Text, Width: Inline → Wide. */
export function suggestionWords({ inserted, deleted, marks, blocks }: FoundSuggestion): string {
  const [before, after] = [short(deleted), short(inserted)];
  const words = blocksWords(blocks);
  // the same words once more: what is proposed is how they look, or where they lead
  const looks = inserted === deleted ? lookWords(marks.deleted, marks.inserted) : [];
  if (looks.length > 0) words.unshift(m.suggest_marks({ words: after, changes: looks.join(', ') }));
  else if (before && after) words.unshift(m.suggest_replaces({ before, after }));
  else if (after) words.unshift(m.suggest_adds({ after }));
  else if (before) words.unshift(m.suggest_removes({ before }));
  return words.join(', ') || m.suggest_changes({ block: m.suggest_kind_block() });
}

/** Who suggests what. */
export const suggestedBy = (record: SuggestionRecord | null, one: FoundSuggestion): string =>
  m.suggest_by({ name: record?.name ?? m.suggest_somebody(), words: suggestionWords(one) });
