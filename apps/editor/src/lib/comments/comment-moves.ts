import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

interface Options {
  /** Whether a thread is of this article. */
  isOurs: (threadId: string) => boolean;
}

/**
 * Comments go where their words go and never stand twice: a copy is without them, and what was cut brings them back
 * when it is pasted into the same article, once.
 */
export const CommentMoves = Extension.create<Options>({
  name: 'commentMoves',

  addOptions() {
    return { isOurs: () => false };
  },

  addProseMirrorPlugins() {
    const { isOurs } = this.options;
    let isCutting = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            cut: () => {
              isCutting = true;
              // the clipboard is written in this very turn
              queueMicrotask(() => (isCutting = false));
              return false;
            },
          },
          transformCopied: (slice, view) =>
            isCutting || isDragged(view) ? slice : kept(slice, view.state.schema, () => false),
          transformPasted: (slice, view) => {
            const standing = isDragged(view) ? movedAway(view) : threadsIn(view.state.doc);
            return kept(slice, view.state.schema, (thread) => isOurs(thread) && !standing.has(thread));
          },
        },
      }),
    ];
  },
});

const isDragged = (view: EditorView): boolean => view.dragging !== null && view.dragging !== undefined;

/** What stands in the text beside the words that are being dragged. */
function movedAway(view: EditorView): Set<string> {
  const { doc, selection } = view.state;
  const left = threadsIn(doc.cut(0, selection.from));
  for (const thread of threadsIn(doc.cut(selection.to))) left.add(thread);
  return view.dragging?.move === false ? threadsIn(doc) : left;
}

function threadsIn(doc: Node): Set<string> {
  const found = new Set<string>();
  doc.descendants((node) => {
    for (const { type, attrs } of node.marks)
      if (type.name === 'comment' && typeof attrs['thread'] === 'string') found.add(attrs['thread']);
  });
  return found;
}

/** The slice with those comments alone that may stay. */
function kept(slice: Slice, schema: Schema, mayStay: (thread: string) => boolean): Slice {
  const comment = schema.marks['comment'];
  if (!comment) return slice;
  const clean = (fragment: Fragment): Fragment =>
    Fragment.fromArray(
      fragment.content.map((node) =>
        node.isText
          ? node.mark(
              node.marks.filter(({ type, attrs }) => type !== comment || mayStay(String(attrs['thread']))),
            )
          : node.copy(clean(node.content)),
      ),
    );
  return new Slice(clean(slice.content), slice.openStart, slice.openEnd);
}
