import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** Lets the browser look for misspelt words, in the language of the text, or not. */
export const Spelling = Extension.create<{ isOn: () => boolean }>({
  name: 'spelling',
  addOptions: () => ({ isOn: () => true }),
  addProseMirrorPlugins() {
    const { isOn } = this.options;
    return [new Plugin({ props: { attributes: () => ({ spellcheck: String(isOn()) }) } })];
  },
});
