import type { PictureAttributes } from '@broadsheet/document';
import { pictureLayouts, type Language } from '@broadsheet/types';
import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { mount, unmount } from 'svelte';
import { deleteSelected, moveSelected } from '../blocks/block-steps.ts';
import { inTurn } from '../when-idle.ts';
import type { MediaShelf } from './media-shelf.svelte.ts';
import { PictureViewState } from './picture-view-state.svelte.ts';
import PictureImage from './PictureImage.svelte';
import PictureWords from './PictureWords.svelte';

interface Options {
  language: Language;
  shelf: MediaShelf;
  /** Another picture is wanted in this one's place. */
  onreplace: (take: (mediaId: string) => void) => void;
}

/** A picture while it is written about: the image, the caption (text like any other), credit and alt text. */
export function pictureView({ language, shelf, onreplace }: Options): NodeViewRenderer {
  return ({ node, getPos, editor }): NodeView => {
    const dom = document.createElement('figure');
    dom.className = 'pic';
    const image = part('div', 'pic-image');
    const contentDOM = document.createElement('div');
    contentDOM.className = 'pic-caption';
    const words = part('div', 'pic-words');
    dom.append(image, contentDOM, words);

    const change = (attributes: Partial<PictureAttributes>) => {
      const at = getPos();
      if (at === undefined) return;
      const { tr } = editor.state;
      for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(at, name, value);
      editor.view.dispatch(tr);
    };
    const state = new PictureViewState(language, shelf, {
      change,
      replace: () => onreplace((mediaId) => change({ mediaId, alt: null, credit: null })),
      move: (way) => void moveSelected(editor, way),
      leave: () => editor.view.focus(),
      remove: () => {
        const at = getPos();
        if (at !== undefined) editor.chain().focus().setNodeSelection(at).command(deleteSelected).run();
      },
    });
    const show = (shown: Node) => {
      state.attributes = shown.attrs as PictureAttributes;
      state.editable = editor.isEditable;
      for (const layout of pictureLayouts)
        dom.classList.toggle(layout, (shown.attrs.layout ?? 'wide') === layout);
      dom.classList.toggle('no-caption', shown.firstChild?.content.size === 0);
    };
    image.addEventListener('click', () => {
      const at = getPos();
      if (at !== undefined && !state.selected) editor.chain().setNodeSelection(at).run();
      editor.view.focus();
    });
    show(node);
    const noMore = state.onhint((hint) => dom.style.setProperty('--caption-hint', JSON.stringify(hint)));
    const mounted = [mount(PictureImage, { target: image, props: { view: state } })];
    const notYet = inTurn(() => {
      mounted.push(mount(PictureWords, { target: words, props: { view: state } }));
    });
    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== node.type) return false;
        show(next);
        return true;
      },
      selectNode: () => {
        state.selected = true;
        state.isInGallery = editor.state.selection.$from.parent.type.name === 'gallery';
        dom.classList.add('chosen');
      },
      deselectNode: () => {
        state.selected = false;
        dom.classList.remove('chosen');
      },
      stopEvent: ({ target }) =>
        target instanceof Element && target.closest('input, button, [role="menu"], [role="dialog"]') !== null,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      destroy: () => {
        notYet();
        noMore();
        void Promise.all(mounted.map((component) => unmount(component)));
      },
    };
  };
}

function part(tag: 'div', className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.contentEditable = 'false';
  return element;
}
