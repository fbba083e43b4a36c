import { importHtml } from '@broadsheet/document';
import { Extension } from '@tiptap/core';
import { DOMSerializer } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { withWordLists } from './word-lists.ts';

/** Text of word processors and web pages comes in as our blocks and marks; what is copied here stays as it is. */
export const CleanPaste = Extension.create({
  name: 'cleanPaste',

  addProseMirrorPlugins() {
    const { schema } = this.editor;
    const clean = (html: string): string => {
      try {
        const body = schema.nodeFromJSON(importHtml(withWordLists(html)).body);
        const holder = document.createElement('div');
        holder.append(DOMSerializer.fromSchema(schema).serializeFragment(body.content));
        return holder.innerHTML;
      } catch {
        // Too long or too deep to be read with care.
        return html;
      }
    };
    return [
      new Plugin({
        key: new PluginKey('cleanPaste'),
        props: {
          transformPastedHTML: (html) => (html.includes('data-pm-slice') ? html : clean(html)),
        },
      }),
    ];
  },
});
