import { Mark, markPasteRule, type PasteRuleMatch } from '@tiptap/core';
import { isSafeHref } from '@broadsheet/types';

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
});

/** Whole addresses within a text, each with the `href` that it stands for. A sentence's own signs are not part of one. */
export function findAddresses(text: string): PasteRuleMatch[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}@/.])(?:https?:\/\/|www\.)[^\s<>"“”«»]{1,2000}/giu)].flatMap(
    (match) => {
      const address = match[0].replace(/[.,;:!?'’…)\]}*_]+$/u, (signs) =>
        // a bracket that was opened within the address belongs to it
        signs.startsWith(')') && match[0].includes('(') ? ')' : '',
      );
      const href = /^www\./i.test(address) ? `https://${address}` : address;
      return isSafeHref(href) ? [{ text: address, index: match.index, data: { href } }] : [];
    },
  );
}
