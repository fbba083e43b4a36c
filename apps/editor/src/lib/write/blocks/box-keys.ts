import { Extension, type Editor } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { setInterviewLine } from './interview-lines.ts';

const boxes = new Set(['factBox', 'keyPoints', 'qa', 'correction']);
const left = new Set([...boxes, 'table', 'blockquote', 'pullQuote', 'codeBlock', 'gallery']);
const items = new Set(['taskItem', 'listItem']);

/**
 * How one writes on in a box and leaves it: Enter in an empty last line, or Mod+Enter anywhere in it. Backspace in an
 * empty box takes it away. Mod+Enter in a task says that it is done.
 */
export const BoxKeys = Extension.create({
  name: 'boxKeys',
  priority: 1600,

  addKeyboardShortcuts() {
    const run = (command: (state: EditorState, tr: Transaction) => boolean) => () =>
      this.editor.commands.command(({ state, tr }) => command(state, tr));
    return {
      Enter: run(enterInBox),
      Backspace: run(unwrapEmptyBox),
      'Mod-Enter': () => {
        run((state, tr) => tickTask(state, tr) || leaveBox(state.selection.$from, tr))();
        // nowhere does it break a line: that is Shift+Enter's
        return true;
      },
    };
  },
});

function boxDepth($from: ResolvedPos, names = boxes): number | null {
  for (let depth = $from.depth; depth > 0; depth--) if (names.has($from.node(depth).type.name)) return depth;
  return null;
}

function enterInBox(state: EditorState, tr: Transaction): boolean {
  const { $from, empty } = state.selection;
  const depth = boxDepth($from);
  if (depth === null || depth !== $from.depth - 1 || !empty) return false;
  const box = $from.node(depth);
  const isLast = $from.index(depth) === box.childCount - 1;
  if ($from.parent.content.size > 0) return $from.parent.type.name === 'question' && answer(state, tr);
  if (box.type.name === 'qa' && $from.parent.type.name === 'paragraph' && isLast)
    return setInterviewLine(state, tr, 'question');
  if (!isLast) return false;
  return box.childCount === 1 ? unwrapEmptyBox(state, tr) : takeOut(state, tr, depth);
}

/** What follows a question is its answer. */
function answer(state: EditorState, tr: Transaction): boolean {
  const { paragraph } = state.schema.nodes;
  if (!paragraph) return false;
  const { $from } = state.selection;
  const next = $from.node(-1).maybeChild($from.index(-1) + 1);
  const isAtEnd = $from.parentOffset === $from.parent.content.size;
  if (isAtEnd && next?.type === paragraph && next.content.size === 0)
    tr.setSelection(TextSelection.create(tr.doc, $from.after() + 1));
  else tr.split($from.pos, 1, [{ type: paragraph }]);
  tr.scrollIntoView();
  return true;
}

function takeOut(state: EditorState, tr: Transaction, depth: number): boolean {
  const { $from } = state.selection;
  const after = $from.after(depth);
  const { paragraph } = state.schema.nodes;
  if (!paragraph) return false;
  const size = $from.parent.nodeSize;
  tr.delete($from.before(), $from.after()).insert(after - size, paragraph.create());
  tr.setSelection(TextSelection.create(tr.doc, after - size + 1)).scrollIntoView();
  return true;
}

function unwrapEmptyBox(state: EditorState, tr: Transaction): boolean {
  const { $from, empty } = state.selection;
  const depth = boxDepth($from);
  const { paragraph } = state.schema.nodes;
  if (depth === null || !empty || !paragraph || $from.node(depth).textContent !== '') return false;
  if (typeof $from.node(depth).attrs.title === 'string') return false;
  const at = $from.before(depth);
  tr.replaceWith(at, $from.after(depth), paragraph.create());
  tr.setSelection(TextSelection.create(tr.doc, at + 1));
  return true;
}

/** The place of the task that the caret stands in; null outside of tasks. */
export function taskAt({ selection: { $from } }: EditorState): number | null {
  const depth = boxDepth($from, items);
  return depth !== null && $from.node(depth).type.name === 'taskItem' ? $from.before(depth) : null;
}

/** The task at the caret is done, or to be done again. */
export function tickTask(state: EditorState, tr: Transaction): boolean {
  const at = taskAt(state);
  if (at === null) return false;
  tr.setNodeAttribute(at, 'checked', state.doc.nodeAt(at)?.attrs['checked'] !== true);
  return true;
}

/** To the line after the box; at the end of the text there is a new one. */
function leaveBox($from: ResolvedPos, tr: Transaction): boolean {
  const depth = boxDepth($from, left);
  const { paragraph } = tr.doc.type.schema.nodes;
  if (depth === null || !paragraph) return false;
  const after = $from.after(depth);
  const next = tr.doc.resolve(after).nodeAfter;
  if (!next?.isTextblock) tr.insert(after, paragraph.create());
  tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
  return true;
}

/** The focus goes to the bar of the block that one writes in, if it shows one and no words are selected. */
export function focusBlockBar(editor: Editor): boolean {
  const { selection } = editor.state;
  if (selection instanceof TextSelection && !selection.empty) return false;
  const bar = editor.view.dom.querySelector<HTMLElement>('.block-bar button[tabindex="0"]');
  bar?.focus();
  return bar !== null;
}
