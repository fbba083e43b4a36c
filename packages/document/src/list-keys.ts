import {
  Extension,
  getNodeAtPosition,
  getPreviousBlockSibling,
  isAtEndOfNode,
  isNodeActive,
  type Editor,
  type KeyboardShortcutCommand,
} from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

/** A kind of item, and the lists that it may stand in. */
interface Kind {
  item: string;
  lists: readonly string[];
}

const kinds: readonly Kind[] = [
  { item: 'listItem', lists: ['bulletList', 'orderedList'] },
  { item: 'taskItem', lists: ['taskList'] },
];
const items = ['taskItem', 'listItem'];

type Key = (editor: Editor, kind: Kind) => boolean;

const onKinds =
  (...keys: Key[]): KeyboardShortcutCommand =>
  ({ editor }) =>
    keys.some((key) => kinds.some((kind) => key(editor, kind)));

/** What typing has just turned into a list is taken back, before anything else that Backspace means in one. */
const backspace: KeyboardShortcutCommand = (props) =>
  props.editor.commands.undoInputRule() || onKinds(joinBefore, liftFirst)(props);

/** How one writes in lists: Enter makes items, and what is deleted at their edges joins or lifts them. */
export const listKeys = {
  Enter: ({ editor }) => items.some((item) => editor.commands.splitListItem(item)),
  Backspace: backspace,
  'Mod-Backspace': backspace,
  Delete: onKinds(liftBranches, joinAfter),
  'Mod-Delete': onKinds(liftBranches, joinAfter),
} satisfies Record<string, KeyboardShortcutCommand>;

export const ListKeys = Extension.create({
  name: 'listKeys',
  addKeyboardShortcuts: () => listKeys,
});

function depthOf($at: ResolvedPos, name: string): number {
  let depth = $at.depth;
  while (depth > 0 && $at.node(depth).type.name !== name) depth--;
  return depth;
}

/** Whether nothing is selected and the caret is at the very start of a line. */
function isAtLineStart({ state }: Editor): boolean {
  const { $from, empty } = state.selection;
  return empty && $from.parent.isTextblock && $from.parentOffset === 0;
}

/** The list of the kind that the line of the caret stands behind, where the line is in no item of it itself. */
function listBefore(editor: Editor, { item, lists }: Kind): Node | null {
  if (!isAtLineStart(editor) || isNodeActive(editor.state, item)) return null;
  const before = getPreviousBlockSibling(editor.state.selection.$from);
  return before && lists.includes(before.type.name) ? before : null;
}

/** A line behind a list becomes the end of its last item. */
function joinBefore(editor: Editor, kind: Kind): boolean {
  const list = listBefore(editor, kind);
  if (!list) return false;
  const { $from } = editor.state.selection;
  const inList = $from.before() - list.nodeSize + 1;
  let end = 0;
  list.descendants((node, at) => {
    if (node.type.name === kind.item) end = inList + at + node.nodeSize - 1;
  });
  return editor.chain().cut({ from: $from.before(), to: $from.after() }, end).joinForward().run();
}

/** At the start of an item there is nothing to delete but the item. */
function liftFirst(editor: Editor, { item }: Kind): boolean {
  const { $from } = editor.state.selection;
  if (!isAtLineStart(editor) || $from.node(-1).type.name !== item || $from.index(-1) !== 0) return false;
  return editor.commands.liftListItem(item);
}

/** A list within the item whose own items hold lists can't be joined to a line: its items come out instead. */
function liftBranches(editor: Editor, { item, lists }: Kind): boolean {
  const { $from, empty } = editor.state.selection;
  const isAtEnd = $from.parent.isTextblock && $from.parentOffset === $from.parent.content.size;
  if (!empty || !isAtEnd || $from.depth < 2 || $from.node(-1).type.name !== item) return false;
  const list = $from.node(-1).maybeChild($from.index(-1) + 1);
  if (!list || !lists.includes(list.type.name) || !list.children.some(({ childCount }) => childCount > 1))
    return false;
  return editor.commands.command(({ tr }) => {
    const after = $from.after(-1) - list.nodeSize;
    tr.delete($from.after(), $from.after() + list.nodeSize).insert(after, list.content);
    tr.setSelection(TextSelection.create(tr.doc, $from.pos));
    return true;
  });
}

/** What follows the end of an item joins it, from however deep it comes. */
function joinAfter(editor: Editor, { item }: Kind): boolean {
  const { state } = editor;
  const { $from, $to, empty, from } = state.selection;
  if (!isNodeActive(state, item) || !isAtEndOfNode(state, item)) return false;
  if (!empty && $from.sameParent($to)) return false;
  const depth = depthOf($from, item);
  const next = depth > 0 ? getNodeAtPosition(state, item, $from.pos - $from.depth + depth + 4)[1] : 0;
  if (next > depth)
    return editor
      .chain()
      .focus(from + 4)
      .lift(item)
      .joinBackward()
      .run();
  if (next > 0 && next < depth) return editor.chain().joinForward().joinBackward().run();
  return editor.commands.joinItemForward();
}
