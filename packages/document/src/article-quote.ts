import { Node, mergeAttributes, type Attributes } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { isLanguageTag } from '@broadsheet/types';
import { lineAttribute } from './data-attribute.ts';

/** Who said it, and the language of the words where it is not the article's. */
const quoteAttributes: Attributes = {
  attribution: lineAttribute('attribution'),
  lang: {
    default: null,
    parseHTML: (element) => {
      const tag = element.getAttribute('lang');
      return isLanguageTag(tag ?? '') ? tag : null;
    },
    renderHTML: (attributes) => (typeof attributes.lang === 'string' ? { lang: attributes.lang } : {}),
  },
};

/** Somebody's words in one or more paragraphs; the attribution names the speaker. */
export const ArticleQuote = Blockquote.extend({
  content: 'paragraph+',
  addAttributes: () => quoteAttributes,
});

/** Words lifted out of the text and set large. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  // before a plain quote, whose rule its element would fit too
  priority: 110,

  addAttributes: () => quoteAttributes,
  parseHTML() {
    return [{ tag: 'blockquote[data-pull-quote]', priority: 60 }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['blockquote', mergeAttributes({ 'data-pull-quote': '' }, HTMLAttributes), 0];
  },
});
