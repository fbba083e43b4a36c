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
            const href = addressOf(event.clipboardData?.getData('text/plain') ?? '');
            const { selection } = view.state;
            const isWords = selection instanceof TextSelection && !selection.empty;
            if (!isWords || selection.$from.parent.type.spec.code || href === null) return false;
            return editor.commands.setLink({ href });
          },
        },
      }),
    ];
  },
});

/**
 * Where a pasted text leads: a whole address, one that begins with www, or a path of the site with more than a slash (a
 * pasted "/" is a slash); null for words.
 */
export function addressOf(pasted: string): string | null {
  const text = pasted.trim();
  const href = /^www\.[\p{L}\p{N}-]+\.[\p{L}\p{N}]/iu.test(text) ? `https://${text}` : text;
  return isSafeHref(href) && /^(?:https?:\/\/|mailto:|\/[a-z]{2}\/)/i.test(href) ? href : null;
}
