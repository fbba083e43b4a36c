import { Mark, mergeAttributes } from '@tiptap/core';

/** Words that are still to be found or checked ("to come"): they block publication, and readers never get the mark. */
export const TkMark = Mark.create({
  name: 'tk',

  parseHTML() {
    return [{ tag: 'span[data-tk]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes({ 'data-tk': '' }, HTMLAttributes), 0];
  },
});
