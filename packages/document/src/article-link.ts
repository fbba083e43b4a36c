import { Link } from '@tiptap/extension-link';
import { isSafeHref } from '@broadsheet/types';

/** A link that carries its address and nothing else; where it may lead is `isSafeHref`'s to say. */
export const ArticleLink = Link.extend({
  addAttributes() {
    return { href: { default: null, parseHTML: (element) => element.getAttribute('href') } };
  },
}).configure({
  openOnClick: false,
  autolink: false,
  linkOnPaste: true,
  defaultProtocol: 'https',
  HTMLAttributes: { target: null, rel: null, class: null },
  isAllowedUri: (href) => isSafeHref(href),
});
