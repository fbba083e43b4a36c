import type { EditorState, Transaction } from '@tiptap/pm/state';
import { textBlocksIn } from '../text/changed-range.ts';

/** Words that take the place of others. */
export interface Put {
  from: number;
  to: number;
  words: string;
}

/** What is needed of a view. */
interface Writable {
  readonly state: EditorState;
  dispatch: (transaction: Transaction) => void;
}

/** A passage of the text block of this number; its offsets hold until something before it in that block changes. */
interface InBlock extends Put {
  block: number;
}

/**
 * Puts words in the places of others, given in order. A transaction changes each block in one place only: y-tiptap
 * writes what a block has become as one change from the first difference to the last, and what somebody else typed
 * between two places meanwhile would end up before or behind both.
 */
export function putWords(view: Writable, puts: readonly Put[]): void {
  for (const round of onePerBlock(inBlocks(view.state, puts))) {
    const { tr } = view.state;
    const blocks = blocksOf(view.state);
    for (const { block, from, to, words } of round) {
      const start = (blocks[block]?.at ?? 0) + 1;
      tr.insertText(words, start + from, start + to);
    }
    view.dispatch(tr);
  }
}

const blocksOf = ({ doc }: EditorState) => textBlocksIn(doc, 0, doc.content.size);

function inBlocks(state: EditorState, puts: readonly Put[]): InBlock[] {
  const blocks = blocksOf(state);
  let block = 0;
  return puts.map(({ from, to, words }) => {
    while ((blocks[block + 1]?.at ?? Infinity) < from) block++;
    const start = (blocks[block]?.at ?? 0) + 1;
    return { block, from: from - start, to: to - start, words };
  });
}

/** The last of every block, then the last but one, and so on; each round from the end, so that places before stay. */
function onePerBlock(puts: readonly InBlock[]): InBlock[][] {
  const rounds: InBlock[][] = [];
  let [block, round] = [-1, 0];
  for (const put of puts.toReversed()) {
    round = put.block === block ? round + 1 : 0;
    block = put.block;
    (rounds[round] ??= []).push(put);
  }
  return rounds;
}
