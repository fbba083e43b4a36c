import { parseEmbed } from '@broadsheet/types';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { captioned } from './insert-blocks.ts';

/**
 * An address of a known site that is pasted alone on a line becomes a card of it. It is pasted as a link first, so
 * that undoing the card gives back the link.
 */
export const EmbedPaste = Extension.create({
  name: 'embedPaste',
  // before links take the address
  priority: 1500,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('embedPaste'),
        props: {
          handlePaste: (view, event) => {
            const text = event.clipboardData?.getData('text/plain').trim() ?? '';
            return isAloneOnLine(view.state) && pasteCard(view, text);
          },
        },
      }),
    ];
  },
});

function isAloneOnLine({ selection }: EditorState): boolean {
  const { $from, empty } = selection;
  return (
    empty && $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  );
}

function pasteCard(view: EditorView, address: string): boolean {
  const link = /\s/.test(address) ? null : parseEmbed(address)?.link;
  if (!link) return false;
  const { schema } = view.state;
  const mark = schema.marks.link?.create({ href: address });
  const { embed, paragraph } = schema.nodes;
  if (!mark || !embed || !paragraph) return false;
  view.dispatch(view.state.tr.replaceSelectionWith(schema.text(address, [mark]), false));
  const { $from } = view.state.selection;
  const tr = view.state.tr;
  const card = schema.nodeFromJSON(captioned('embed', { address: link }));
  tr.replaceWith($from.before(), $from.after(), card);
  const after = $from.before() + card.nodeSize;
  if (!tr.doc.resolve(after).nodeAfter?.isTextblock) tr.insert(after, paragraph.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
}
