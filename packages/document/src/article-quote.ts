import { Blockquote } from '@tiptap/extension-blockquote';

/** Somebody's words in one or more paragraphs; the attribution names the speaker. */
export const ArticleQuote = Blockquote.extend({
  content: 'paragraph+',

  addAttributes() {
    return {
      attribution: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-attribution'),
        renderHTML: (attributes) =>
          attributes.attribution ? { 'data-attribution': String(attributes.attribution) } : {},
      },
    };
  },
});
