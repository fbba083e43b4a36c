import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { kindOfFile } from '#lib/media/accepted-files.ts';

interface Options {
  /** Files from outside, some of which can stand in a text, and the block after which they belong. */
  onfiles: (files: File[], afterBlock: string | null) => void;
}

/** Takes pictures and recordings that are pasted into the text or dropped on it. */
export const PictureDrop = Extension.create<Options>({
  name: 'pictureDrop',

  addOptions() {
    return { onfiles: () => undefined };
  },

  addProseMirrorPlugins() {
    const { onfiles } = this.options;
    const take = (editor: Editor, data: DataTransfer | null, position: number) => {
      const files = [...(data?.files ?? [])];
      if (!files.some(standsInText) || !editor.isEditable) return false;
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

export const isPicture = (file: File): boolean => kindOfFile(file) === 'picture';

/** Whether a file is shown or played where it stands in a text. */
const standsInText = (file: File): boolean => !['document', null].includes(kindOfFile(file));

/** The id of the top block at a position: it survives editing, a position does not. */
export function blockIdAt(editor: Editor, position: number): string | null {
  const $at = editor.state.doc.resolve(Math.min(position, editor.state.doc.content.size));
  const block = $at.depth > 0 ? $at.node(1) : ($at.nodeBefore ?? $at.nodeAfter);
  const id: unknown = block?.attrs.id;
  return typeof id === 'string' ? id : null;
}
