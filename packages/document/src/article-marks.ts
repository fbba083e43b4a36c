import { Underline } from '@tiptap/extension-underline';

/** From its element alone, and not on links: word processors underline each of them, which nobody meant. */
export const ArticleUnderline = Underline.extend({
  parseHTML() {
    return [
      { tag: 'u', getAttrs: (u) => (u.querySelector('a[href]') || u.closest('a[href]') ? false : null) },
    ];
  },
});
