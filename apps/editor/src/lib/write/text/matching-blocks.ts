import { languages } from '@broadsheet/types';
import { allBlocks, offers, type BlockKind } from './blocks.ts';

/** The offers that match what was typed after the slash, in any of the four languages; best names first. */
export function matchingBlocks(query: string): BlockKind[] {
  const wanted = query.toLowerCase().trim();
  if (wanted === '') return [...allBlocks];
  const begins = (text: string) =>
    text
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(wanted));
  const named = allBlocks.filter((kind) => offers[kind].name().toLowerCase().startsWith(wanted));
  const others = allBlocks.filter(
    (kind) =>
      !named.includes(kind) &&
      languages.some((locale) =>
        begins(`${offers[kind].name({}, { locale })} ${offers[kind].words({}, { locale })}`),
      ),
  );
  return [...named, ...others];
}
