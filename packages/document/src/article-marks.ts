import { CodeBlock } from '@tiptap/extension-code-block';
import { Underline } from '@tiptap/extension-underline';

/** From its element alone, and not on links: word processors underline each of them, which nobody meant. */
export const ArticleUnderline = Underline.extend({
  parseHTML() {
    return [
      { tag: 'u', getAttrs: (u) => (u.querySelector('a[href]') || u.closest('a[href]') ? false : null) },
    ];
  },
});

/** Text whose spaces and line ends count. Which language it is in is nobody's concern. */
export const ArticleCodeBlock = CodeBlock.extend({
  // turning a paragraph into code must lose neither what was suggested in it nor what was said about it
  marks: 'insertion deletion comment',
  addAttributes: () => ({}),
});
