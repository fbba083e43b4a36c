import { Editor, type JSONContent } from '@tiptap/core';
import { bodyExtensions } from '../src/extensions.ts';

/** An editor of these blocks, its caret where the sign `|` stands in their words. */
export function editorAtSign(content: JSONContent[]): Editor {
  const editor = new Editor({ element: null, extensions: bodyExtensions, content: { type: 'doc', content } });
  editor.state.doc.descendants((node, at) => {
    const offset = node.text?.indexOf('|') ?? -1;
    if (offset < 0) return;
    const caret = at + offset;
    editor.commands.command(({ tr }) => Boolean(tr.delete(caret, caret + 1)));
    editor.commands.setTextSelection(caret);
  });
  return editor;
}
