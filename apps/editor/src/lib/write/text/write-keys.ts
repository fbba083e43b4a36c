import { Extension } from '@tiptap/core';

interface Options {
  onlink: () => void;
  /** Moves the focus to the format bar. */
  onbar: () => boolean;
}

/** The shortcuts of the body that the schema's extensions do not bring. */
export const WriteKeys = Extension.create<Options>({
  name: 'writeKeys',
  priority: 1500,

  addOptions() {
    return { onlink: () => undefined, onbar: () => false };
  },

  addKeyboardShortcuts() {
    const { onlink, onbar } = this.options;
    return {
      'Mod-l': () => {
        onlink();
        return true;
      },
      'Mod-Shift-x': () => this.editor.commands.toggleMark('strike'),
      // The page's own: the inspector, not superscript.
      'Mod-.': () => true,
      'Alt-F10': () => onbar(),
    };
  },
});
