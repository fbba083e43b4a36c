import { Mark, mergeAttributes } from '@tiptap/core';
import { isLanguageTag } from '@broadsheet/types';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    lang: {
      /** Marks the selection as text in another language (a BCP 47 tag). */
      setLang: (tag: string) => ReturnType;
      unsetLang: () => ReturnType;
    };
  }
}

/** A passage in another language, so that it is spoken, hyphenated and put in capitals by its own rules. */
export const LangMark = Mark.create({
  name: 'lang',

  addAttributes() {
    return { lang: { default: null, parseHTML: (element) => element.getAttribute('lang') } };
  },

  parseHTML() {
    return [
      { tag: 'span[lang]', getAttrs: (element) => isLanguageTag(element.getAttribute('lang') ?? '') && null },
    ];
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), 0];
  },

  addCommands() {
    return {
      setLang:
        (tag) =>
        ({ commands }) =>
          isLanguageTag(tag) && commands.setMark(this.name, { lang: tag }),
      unsetLang:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    };
  },
});
