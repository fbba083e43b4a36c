import type { MarkType, ResolvedPos } from '@tiptap/pm/model';
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';
import { findAddresses } from './find-addresses.ts';

/** A whole address in a text, and where it stands. */
interface Typed {
  from: number;
  to: number;
  text: string;
  href: string;
}

/** No address is longer; what stands further back is not looked at for a key press. */
const longest = 2100;

/**
 * Links an address once it is followed by a space or a new line. The link is a step of its own in the history, so that
 * undoing takes it away and leaves the words. What has no scheme stays text: nobody knows whether it is an address.
 */
export function typedAddresses(type: MarkType): Plugin {
  const look = (view: EditorView): void => {
    const typed = addressBefore(view.state, type);
    // what was typed stands first, so that it is not undone with the link
    if (typed) queueMicrotask(() => linkTyped(view, typed, type));
  };
  return new Plugin({
    props: {
      handleTextInput: (view, from, to, text) => {
        if (text === ' ' && from === to) look(view);
        return false;
      },
      handleKeyDown: (view, { key }) => {
        if (key === 'Enter') look(view);
        return false;
      },
    },
  });
}

function addressBefore({ selection }: EditorState, type: MarkType): Typed | null {
  const { $from, empty } = selection;
  if (!(selection instanceof TextSelection) || !empty || !takesLink($from, type)) return null;
  const start = Math.max(0, $from.parentOffset - longest);
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\uFFFC');
  const word = /[^\s\uFFFC]+$/.exec(before)?.[0] ?? '';
  if (!/https?:\/\//i.test(word)) return null;
  const found = findAddresses(word).at(-1);
  const href: unknown = found?.data?.href;
  if (!found || typeof href !== 'string' || !/^https?:/i.test(found.text)) return null;
  const from = $from.pos - word.length + found.index;
  return { from, to: from + found.text.length, text: found.text, href };
}

/** Whether the caret is at the end of a word, in a text that may have links. */
function takesLink($caret: ResolvedPos, type: MarkType): boolean {
  const { parent, nodeAfter } = $caret;
  const isEnd = nodeAfter === null || !nodeAfter.isText || /^\s/.test(nodeAfter.text ?? '');
  return isEnd && parent.type.allowsMarkType(type) && !parent.type.spec.code;
}

function linkTyped(view: EditorView, { from, to, text, href }: Typed, type: MarkType): void {
  const { doc, tr } = view.state;
  const isThere = to <= doc.content.size && doc.textBetween(from, to, '\n', '\n') === text;
  if (!isThere || doc.rangeHasMark(from, to, type)) return;
  const undo = yUndoPluginKey.getState(view.state) as { undoManager: UndoManager } | undefined;
  undo?.undoManager.stopCapturing();
  view.dispatch(tr.addMark(from, to, type.create({ href })));
  undo?.undoManager.stopCapturing();
}
