import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * Tab and Shift Tab leave the text, in lists too, so that nobody is trapped in it (WCAG 2.1.2). List items move in
 * and out with Ctrl ] and Ctrl [.
 */
export const LeaveByTab = Extension.create({
  name: 'leaveByTab',
  priority: 2000,

  addKeyboardShortcuts() {
    const inList = (command: 'sinkListItem' | 'liftListItem') => () =>
      this.editor.schema.nodes.listItem !== undefined && this.editor.commands[command]('listItem');
    return { 'Mod-]': inList('sinkListItem'), 'Mod-[': inList('liftListItem') };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('leaveByTab'),
        // Handled, but without preventing what the browser does with Tab.
        props: { handleDOMEvents: { keydown: (_view, event) => event.key === 'Tab' } },
      }),
    ];
  },
});
