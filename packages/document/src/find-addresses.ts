import type { PasteRuleMatch } from '@tiptap/core';
import { isSafeHref } from '@broadsheet/types';

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
