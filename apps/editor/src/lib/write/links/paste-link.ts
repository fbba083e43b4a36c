import { isSafeHref } from '@broadsheet/types';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';

/** An address pasted over words links them. */
export const PasteLink = Extension.create({
  name: 'pasteLink',
  priority: 1100,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('pasteLink'),
        props: {
          handlePaste: (view, event) => {
            const href = (event.clipboardData?.getData('text/plain') ?? '').trim();
            const { selection } = view.state;
            const isWords = selection instanceof TextSelection && !selection.empty;
            if (!isWords || selection.$from.parent.type.spec.code || !isAddress(href)) return false;
            return editor.commands.setLink({ href });
          },
        },
      }),
    ];
  },
});

/** A whole address, or a path of the site with more than a slash: a pasted "/" is a slash. */
function isAddress(text: string): boolean {
  return isSafeHref(text) && /^(?:https?:\/\/|mailto:|\/[a-z]{2}\/)/i.test(text);
}
