import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** Keeps a field to one line: Enter does nothing, pasted lines and paragraphs are joined by spaces. */
export const SingleLine = Extension.create({
  name: 'singleLine',
  // below the page's own shortcuts, so that an app may make Enter go to the next field
  priority: 50,

  addKeyboardShortcuts() {
    return { Enter: () => true, 'Shift-Enter': () => true, 'Mod-Enter': () => true };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('singleLine'),
        props: { transformPasted: (slice) => joinLines(slice) },
      }),
    ];
  },
});

/** The slice's text as one run, with a space where a paragraph ended; marks stay. */
export function joinLines(slice: Slice): Slice {
  const runs: Node[] = [];
  const add = (node: Node, text: string) => {
    const isAfterSpace = runs.at(-1)?.text?.endsWith(' ') ?? true;
    const words = text.replace(/\s+/gu, ' ').slice(isAfterSpace && /^\s/u.test(text) ? 1 : 0);
    if (words !== '') runs.push(node.type.schema.text(words, node.marks));
  };
  slice.content.descendants((node) => {
    if (node.isTextblock) add(node, ' ');
    if (node.isText) add(node, node.text ?? '');
  });
  return new Slice(Fragment.fromArray(runs), 0, 0);
}
