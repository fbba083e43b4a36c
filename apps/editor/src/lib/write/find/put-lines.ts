import type { EditorState, Transaction } from '@tiptap/pm/state';
import { keptLine } from '../text/block-fields.ts';
import type { FoundPlace } from './found-texts.ts';

/** What is needed of a view. */
interface Writable {
  readonly state: EditorState;
  dispatch: (transaction: Transaction) => void;
}

type Put = FoundPlace & { words: string };

/**
 * Puts words in the places of others, given in order, in lines that blocks say beside their words. What would make a
 * line too long to be kept is left out.
 */
export function putLines(view: Writable, puts: readonly Put[]): void {
  const { tr } = view.state;
  // from the end of each line, so that places before stay
  for (const { from, line, match, words } of puts.toReversed()) {
    const said: unknown = line && tr.doc.nodeAt(from)?.attrs[line];
    if (!line || typeof said !== 'string') continue;
    const kept = keptLine(line, said.slice(0, match.from) + words + said.slice(match.to));
    if (kept !== undefined) tr.setNodeAttribute(from, line, kept);
  }
  if (tr.docChanged) view.dispatch(tr);
}
