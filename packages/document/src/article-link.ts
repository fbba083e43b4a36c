import { Mark, markPasteRule } from '@tiptap/core';
import { isSafeHref } from '@broadsheet/types';
import { findAddresses } from './find-addresses.ts';
import { typedAddresses } from './typed-addresses.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Links the selection; false where the address may not be linked to (`isSafeHref`). */
      setLink: (link: { href: string }) => ReturnType;
      unsetLink: () => ReturnType;
    };
  }
}

/**
 * A link that carries its address and nothing else; where it may lead is `isSafeHref`'s to say. What is written at its
 * end does not belong to it.
 */
export const ArticleLink = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  exitable: true,

  addAttributes() {
    return { href: { default: null, parseHTML: (element) => element.getAttribute('href') } };
  },

  parseHTML() {
    return [
      { tag: 'a[href]', getAttrs: (element) => isSafeHref(element.getAttribute('href') ?? '') && null },
    ];
  },

  renderHTML({ HTMLAttributes: { href } }) {
    return ['a', { href: typeof href === 'string' && isSafeHref(href) ? href : '' }, 0];
  },

  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ commands }) =>
          isSafeHref(href) && commands.setMark(this.name, { href }),
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    };
  },

  addPasteRules() {
    return [
      markPasteRule({ find: findAddresses, type: this.type, getAttributes: ({ data }) => ({ ...data }) }),
    ];
  },

  addProseMirrorPlugins() {
    return [typedAddresses(this.type)];
  },
});
