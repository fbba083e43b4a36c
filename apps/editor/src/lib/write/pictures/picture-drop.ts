import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

interface Options {
  /** Pictures from outside, and the block after which they belong. */
  onfiles: (files: File[], afterBlock: string | null) => void;
}

/** Takes pictures that are pasted into the text or dropped on it. */
export const PictureDrop = Extension.create<Options>({
  name: 'pictureDrop',

  addOptions() {
    return { onfiles: () => undefined };
  },

  addProseMirrorPlugins() {
    const { onfiles } = this.options;
    const take = (editor: Editor, data: DataTransfer | null, position: number) => {
      const files = picturesIn(data);
      if (files.length === 0 || !editor.isEditable) return false;
      onfiles(files, blockIdAt(editor, position));
      return true;
    };
    return [
      new Plugin({
        key: new PluginKey('pictureDrop'),
        props: {
          handlePaste: (view, { clipboardData }) =>
            // Word processors add a picture of the text to the text itself.
            !clipboardData?.types.includes('text/html') &&
            take(this.editor, clipboardData, view.state.selection.from),
          handleDrop: (view, event, _slice, moved) => {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (moved || !take(this.editor, event.dataTransfer, at?.pos ?? view.state.selection.from))
              return false;
            event.preventDefault();
            return true;
          },
        },
      }),
    ];
  },
});

export const isPicture = ({ type }: File): boolean => type.startsWith('image/');

function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(isPicture);
}

/** The id of the top block at a position: it survives editing, a position does not. */
export function blockIdAt(editor: Editor, position: number): string | null {
  const $at = editor.state.doc.resolve(Math.min(position, editor.state.doc.content.size));
  const block = $at.depth > 0 ? $at.node(1) : ($at.nodeBefore ?? $at.nodeAfter);
  const id: unknown = block?.attrs.id;
  return typeof id === 'string' ? id : null;
}

/** Puts a picture after a block, or at the end if that is gone; an empty paragraph makes room for it. */
export function insertPictureAfter(editor: Editor, afterBlock: string | null, mediaId: string): void {
  const { doc } = editor.state;
  let from = doc.content.size;
  let to = from;
  doc.forEach((block, offset) => {
    if (block.attrs.id !== afterBlock || afterBlock === null) return;
    to = offset + block.nodeSize;
    from = block.type.name === 'paragraph' && block.content.size === 0 ? offset : to;
  });
  editor
    .chain()
    .insertContentAt({ from, to }, [
      { type: 'picture', attrs: { mediaId }, content: [{ type: 'caption' }] },
      ...(to === doc.content.size ? [{ type: 'paragraph' }] : []),
    ])
    .run();
}
