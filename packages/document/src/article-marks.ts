import { CodeBlock } from '@tiptap/extension-code-block';
import { Underline } from '@tiptap/extension-underline';

/** From its element alone: word processors underline every link by a style, which nobody meant. */
export const ArticleUnderline = Underline.extend({
  parseHTML() {
    return [{ tag: 'u' }];
  },
});

/** Text whose spaces and line ends count. Which language it is in is nobody's concern. */
export const ArticleCodeBlock = CodeBlock.extend({
  addAttributes: () => ({}),
});
