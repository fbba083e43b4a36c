import * as Y from 'yjs';

/** A change of somebody else's as it has just been applied. */
export interface Change extends Pick<Y.Transaction, 'beforeState' | 'changed' | 'doc'> {
  /** All that it took away, and what it names of that: what its maker knew. */
  gone: Y.Transaction['deleteSet'];
  known: Y.Transaction['deleteSet'];
}

/** One letter of a line as it was before somebody else's change. */
export interface Letter {
  sign: string;
  /** Which of all letters this is, and which one it was typed behind. */
  name: string;
  behind: string | undefined;
  /** Where it stands in the line now, if it does. */
  index: number;
  /** Whoever made the change can't have known it. */
  isUnseen: boolean;
  /** Taken away by the change. */
  isGone: boolean;
  marks: Record<string, unknown>;
}

/** The letters of a line before the change, with those of it that the change has taken. What stays counts as unseen. */
export function lettersOf(line: Y.XmlText, { beforeState, doc, gone, known }: Change): Letter[] {
  const letters: Letter[] = [];
  // of every letter that ever was in the line, itself or the nearest before it that is not gone for long; of others'
  // letters it is not known whether they came before or after what they stand behind had gone
  const standing = new Map<string, string | undefined>();
  let marks: Record<string, unknown> = {};
  let index = 0;
  for (let item = line._start; item; item = item.right) {
    const { content, deleted } = item;
    const { client, clock } = item.id;
    const isGone = deleted && Y.isDeleted(gone, item.id);
    const wasThere = clock < (beforeState.get(client) ?? 0) && (!deleted || isGone);
    if (wasThere && content instanceof Y.ContentFormat) marks = { ...marks, [content.key]: content.value };
    for (let at = 0; at < item.length; at++) {
      const name = letterName(client, clock + at);
      const origin =
        at > 0
          ? letterName(client, clock + at - 1)
          : item.origin && letterName(item.origin.client, item.origin.clock);
      const behind = (client === doc.clientID && standing.get(origin ?? '')) || (origin ?? undefined);
      standing.set(name, wasThere && item.countable ? name : behind);
      if (!wasThere || !(content instanceof Y.ContentString)) continue;
      const isUnseen = !isGone || !Y.isDeleted(known, Y.createID(client, clock + at));
      const sign = content.str[at] ?? '';
      letters.push({ sign, name, behind, index: index + at, isUnseen, isGone, marks });
    }
    if (!deleted && item.countable) index += item.length;
  }
  return letters;
}

/** Names one letter by the numbers that Yjs gave it. */
export const letterName = (client: number, clock: number): string => `${client} ${clock}`;

/** Letters of one look that stand together, with what was seen on either side of them: as much of it as tells the place. */
export interface UnseenRun {
  letters: Letter[];
  before: string;
  after: string;
}

/** So many letters on either side. */
const around = 64;

/** The unseen letters among the others, run by run. */
export function unseenRuns(letters: readonly Letter[]): UnseenRun[] {
  const runs: { letters: Letter[]; at: number }[] = [];
  let seen = '';
  for (const letter of letters) {
    const last = runs.at(-1);
    if (!letter.isUnseen) seen += letter.sign;
    else if (last?.at === seen.length && last.letters[0]?.marks === letter.marks) last.letters.push(letter);
    else runs.push({ letters: [letter], at: seen.length });
  }
  return runs.map(({ letters: own, at }) => ({
    letters: own,
    before: seen.slice(Math.max(0, at - around), at),
    after: seen.slice(at, at + around),
  }));
}

/** Where in a text the most of what was on either side stands on either side, and how many letters that are. */
export function bestPlace({ before, after }: UnseenRun, text: string): { at: number; score: number } {
  let best = { at: text.length, score: 0 };
  for (let at = 0; at <= text.length; at++) {
    let [back, on] = [0, 0];
    while (back < before.length && back < at && before.at(-1 - back) === text[at - 1 - back]) back++;
    while (on < after.length && after[on] === text[at + on]) on++;
    if (back + on > best.score) best = { at, score: back + on };
  }
  return best;
}
