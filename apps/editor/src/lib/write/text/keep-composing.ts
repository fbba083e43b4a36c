import { Mark } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Lets the keyboard go on with the word it is composing while others write in the same line. The keyboards of phones
 * compose every word, and a browser gives the word up when the text node it stands in is written anew, as ProseMirror
 * would do. A few letters put in beside the word leave it as it is, and ProseMirror finds already there what it wants to
 * draw. To be called before the view is given the change.
 *
 * @param composed how many letters the keyboard may still change
 */
export function keepComposing(
  view: EditorView,
  { steps: [step, more] }: Transaction,
  composed: number,
): void {
  const { focusNode: drawn, focusOffset: caret = 0 } = getSelection() ?? {};
  if (!(drawn instanceof Text) || !(step instanceof ReplaceStep) || more || !view.dom.contains(drawn)) return;
  const begins = view.posAtDOM(drawn, 0);
  const [from, to] = [step.from - begins, step.to - begins];
  if (from < 0 || to > drawn.length || (from <= caret + composed && to >= caret - composed)) return;
  const letters = lettersIn(step, view.state.doc.nodeAt(begins)?.marks ?? []);
  if (letters === null) return;
  const { domObserver } = view as unknown as Observed;
  domObserver.stop();
  drawn.replaceData(from, to - from, letters);
  domObserver.start();
}

/** What takes the place of something, if it is letters alone that look like those round about. */
function lettersIn({ slice: { content } }: ReplaceStep, marks: readonly Mark[]): string | null {
  const { childCount, firstChild } = content;
  if (childCount === 0) return '';
  return childCount === 1 && firstChild?.isText && Mark.sameSet(firstChild.marks, marks)
    ? (firstChild.text ?? '')
    : null;
}

/** ProseMirror's own guard of what it writes itself; not among its types (prosemirror-view 1.42). */
interface Observed {
  domObserver: { stop(): void; start(): void };
}
