import { commentPieces, type Colleague } from '@broadsheet/types';

/** Words as they are typed, with names; and as they are kept, with the ids of those who were chosen by name. */
export function withIds(words: string, people: readonly Colleague[]): string {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  return longestFirst.reduce((text, { id, name }) => text.replaceAll(`@${name}`, `@{${id}}`), words);
}

export function withNames(text: string, people: readonly Colleague[]): string {
  return commentPieces(text)
    .map((piece) =>
      'text' in piece ? piece.text : `@${people.find(({ id }) => id === piece.mention)?.name ?? '…'}`,
    )
    .join('');
}

/** Whether a name has a word that begins so, or goes on so from there. */
export const bears = (name: string, begun: string): boolean =>
  ` ${name.toLowerCase()}`.includes(` ${begun.trim().toLowerCase()}`);

/** What is being typed after an @ that begins a word, up to the caret; null if no name is. */
export function nameBefore(words: string, caret: number): string | null {
  return (
    /(?:^|[\s(])@([\p{L}\p{M}'’-]{0,30}(?: [\p{L}\p{M}'’-]{0,30})?)$/u.exec(words.slice(0, caret))?.[1] ??
    null
  );
}
