import { languages } from '@broadsheet/types';
import { plain } from '#lib/actions/fuzzy.ts';
import { allBlocks, offers, type BlockKind } from './blocks.ts';

const none = 3;

/**
 * The offers that match what was typed after the slash, in any of the four languages: by their names first, then by other
 * words of the person's own language, then by those of the others.
 */
export function matchingBlocks(query: string): BlockKind[] {
  const wanted = plain(query.trim());
  if (wanted === '') return [...allBlocks];
  const ranked = allBlocks.map((kind) => ({ kind, rank: rankOf(kind, wanted) }));
  return ranked
    .filter(({ rank }) => rank < none)
    .sort((a, b) => a.rank - b.rank)
    .map(({ kind }) => kind);
}

function rankOf(kind: BlockKind, wanted: string): number {
  const { name, words } = offers[kind];
  const begins = (text: string) =>
    plain(text)
      .split(/\s+/)
      .some((word) => word.startsWith(wanted));
  if (plain(name()).startsWith(wanted)) return 0;
  if (begins(`${name()} ${words()}`)) return 1;
  return languages.some((locale) => begins(`${name({}, { locale })} ${words({}, { locale })}`)) ? 2 : none;
}
