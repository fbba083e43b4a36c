import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { m } from '#lib/paraglide/messages.js';

/** A quote with a field under it for who said it. */
export const quoteView =
  (kind?: 'pull'): NodeViewRenderer =>
  ({ node, getPos, editor }): NodeView => {
    const dom = document.createElement('blockquote');
    if (kind) dom.className = kind;
    const contentDOM = document.createElement('div');
    const said = document.createElement('input');
    said.className = 'said';
    said.contentEditable = 'false';
    said.maxLength = 300;
    said.placeholder = m.write_attribution();
    said.setAttribute('aria-label', m.write_attribution());
    const show = (shown: Node) => {
      const attribution: unknown = shown.attrs.attribution;
      const text = typeof attribution === 'string' ? attribution : '';
      if (said.value !== text) said.value = text;
      said.disabled = !editor.isEditable;
      said.hidden = !editor.isEditable && text === '';
    };
    said.addEventListener('input', () => {
      const at = getPos();
      if (at === undefined) return;
      const attribution = said.value.trim() === '' ? null : said.value;
      editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'attribution', attribution));
    });
    show(node);
    dom.append(contentDOM, said);
    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== node.type) return false;
        show(next);
        return true;
      },
      stopEvent: (event) => event.target === said,
      ignoreMutation: (change) => change.type !== 'selection' && !contentDOM.contains(change.target),
    };
  };
