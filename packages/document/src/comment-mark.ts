import { Mark, mergeAttributes } from '@tiptap/core';

/**
 * Where a thread of comments stands: text that carries the thread's id and nothing else. It follows the text through
 * edits, splits and moves. Several may lie over each other, and what is typed at their ends is not about them. The API
 * sets it; it is of the document, never of the content that is read from it.
 */
export const CommentMark = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',

  addAttributes() {
    return {
      thread: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-thread'),
        renderHTML: ({ thread }) => ({ 'data-thread': String(thread) }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'span[data-thread]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { class: 'comment' }), 0];
  },
});
