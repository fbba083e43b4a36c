import { Extension } from '@tiptap/core';
import { DOMSerializer, type Fragment } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** Above this many lines a page would stand still while they come in. */
export const mostLines = 3000;
/** An article of so many lines is far shorter as HTML, in letters. */
const longest = 2_000_000;

/** All that the blocks and marks of a text are written as, and what browsers put around a copy. */
const ownElements =
  'p h2 h3 h4 ul ol li blockquote pre code figure figcaption section aside div table tbody tr td th hr br strong em s u mark sub sup a span ins del label input html head body meta'.split(
    ' ',
  );

const sign = 'data-broadsheet';
const signed = new RegExp(`<\\w[^<>]*\\s${sign}(?:=|[\\s>])`);
/** What ProseMirror writes of a copy: how far it is open, and what its words stood in. */
const slice = /(\sdata-pm-slice="\d{1,3} \d{1,3}(?: -\d{1,3})? )([^"]*)"/;
const line = /<(?:p|h[2-4]|pre|figcaption)[\s>]/g;
/** What stands in no copy of ours: other elements, and handlers. */
const foreign = new RegExp(
  `<(?=[a-z!?/])(?!/?(?:${ownElements.join('|')})[\\s/>]|!--(?:Start|End)Fragment-->)|<[^<>]*\\son[a-z]+\\s*=`,
  'i',
);

/** Signs what is copied here, so that it comes in again as it was. Whatever else is pasted is cleaned. */
export const OwnCopies = Extension.create({
  name: 'ownCopies',
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    const nodes = DOMSerializer.nodesFromSchema(schema);
    const clipboardSerializer = new SigningSerializer(nodes, DOMSerializer.marksFromSchema(schema));
    // the body has its pastes cleaned, and keeps what its pages say there
    const isLine = schema.nodes.heading === undefined;
    const transformPastedHTML = (html: string) =>
      isLine && ownCopy(html) === null ? withoutLanguages(html) : html;
    return [
      new Plugin({ key: new PluginKey('ownCopies'), props: { clipboardSerializer, transformPastedHTML } }),
    ];
  },
});

class SigningSerializer extends DOMSerializer {
  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const dom = super.serializeFragment(fragment, options, target);
    if (!target && dom.firstChild instanceof Element) dom.firstChild.setAttribute(sign, '');
    return dom;
  }
}

/**
 * HTML of the clipboard as it may be read by the rules of the text's own blocks; null where it was not copied here.
 * Anybody can write the sign, so nothing is taken that those rules do not look at: not the attributes of what the words
 * stood in, nor more than is pasted at once.
 */
export function ownCopy(html: string): string | null {
  if (html.length > longest || !signed.test(html) || foreign.test(html)) return null;
  if (html.split(/data-pm-slice/i).length !== 2 || (html.match(line)?.length ?? 0) > mostLines) return null;
  const [whole, open = '', around = ''] = slice.exec(html) ?? [];
  if (whole === undefined) return null;
  return html.replace(whole, () => `${open}${JSON.stringify(nameOnly(around)).replaceAll('"', '&quot;')}"`);
}

/** HTML whose elements say no language: word processors name that of each run, and nobody has marked it. */
export const withoutLanguages = (html: string): string =>
  html.replace(/<[a-z][^<>]*>/gi, (element) =>
    element.replace(/\s(?:xml:)?lang=(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi, ''),
  );

/** What is whole without any attribute of its own. */
const plain = new Set(
  'bulletList orderedList listItem taskList taskItem blockquote pullQuote factBox keyPoints qa table tableRow tableCell tableHeader'.split(
    ' ',
  ),
);

/** From the innermost outwards, as far as they are known. */
function nameOnly(around: string): (string | null)[] {
  const names = parse(around.replaceAll('&quot;', '"').replace(/&[a-z]+;/g, ' '));
  const others = names.findLastIndex(
    (name, index) => index % 2 === 0 && !(typeof name === 'string' && plain.has(name)),
  );
  return names
    .slice(others < 0 ? 0 : others + 2)
    .map((name, index) => (index % 2 === 0 ? String(name) : null));
}

function parse(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
