import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';

/**
 * Tab and Shift Tab leave the text, in lists too, so that nobody is trapped in it (WCAG 2.1.2). In a table they go from
 * cell to cell; arrows and Ctrl Enter leave that.
 */
export const LeaveByTab = Extension.create({
  name: 'leaveByTab',
  priority: 2000,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('leaveByTab'),
        // Handled, but without preventing what the browser does with Tab.
        props: {
          handleDOMEvents: { keydown: (view, event) => event.key === 'Tab' && !isInTable(view.state) },
        },
      }),
    ];
  },
});
