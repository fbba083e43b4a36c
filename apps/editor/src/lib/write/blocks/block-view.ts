import type { NodeViewRenderer } from '@tiptap/core';
import type { NodeView } from '@tiptap/pm/view';
import { mount, unmount, type Component } from 'svelte';
import { BlockViewState } from './block-view-state.svelte.ts';

/** Draws a part of a block that is not text of the document. Returns what takes it away. */
type Part = (target: HTMLElement, view: BlockViewState) => () => void;

interface Parts {
  tag: keyof HTMLElementTagNameMap;
  className: string;
  above?: Part;
  below?: Part;
  /** Where the words go; null for a block that has none. */
  content?: (() => { outer: HTMLElement; inner: HTMLElement }) | null;
}

/** Draws a component as a part of a block. */
export function part<Props extends { view: BlockViewState }>(
  component: Component<Props>,
  props: Omit<Props, 'view'>,
): Part {
  return (target, view) => {
    // the two halves are the whole, which the compiler can't follow
    const mounted = mount(component, { target, props: { ...props, view } as Props });
    return () => void unmount(mounted);
  };
}

/** The same of a component that is fetched when the first block with it is drawn: most stories have none of most. */
export function laterPart<Props extends { view: BlockViewState }>(
  load: () => Promise<{ default: Component<Props> }>,
  props: Omit<Props, 'view'>,
): Part {
  return (target, view) => {
    let takeAway: (() => void) | null = () => undefined;
    void load().then(({ default: component }) => {
      if (takeAway) takeAway = part(component, props)(target, view);
    });
    return () => {
      takeAway?.();
      takeAway = null;
    };
  };
}

/** What a box is, where readers see it by its look or by a word that the page adds. */
export function boxName(name: string): Part {
  return (target) => {
    target.classList.add('block-name');
    target.textContent = name;
    return () => undefined;
  };
}

/** A block whose words are text like any other, with parts of its own above and below them. */
export function blockView({ tag, className, above, below, content }: Parts): NodeViewRenderer {
  return ({ node, getPos, editor }): NodeView => {
    const dom = document.createElement(tag);
    dom.className = className;
    const view = new BlockViewState(node, editor, getPos);
    view.editable = editor.isEditable;
    const words = content === null ? null : (content ?? plainContent)();
    const mounted = [above, null, below].flatMap((each, index) => {
      if (index === 1) {
        if (words) dom.append(words.outer);
        return [];
      }
      if (!each) return [];
      const target = document.createElement('div');
      target.className = 'block-part';
      target.contentEditable = 'false';
      dom.append(target);
      return [each(target, view)];
    });
    return {
      dom,
      ...(words && { contentDOM: words.inner }),
      update: (next) => {
        if (next.type !== node.type) return false;
        view.node = next;
        view.editable = editor.isEditable;
        return true;
      },
      selectNode: () => {
        view.selected = true;
        dom.classList.add('chosen');
      },
      deselectNode: () => {
        view.selected = false;
        dom.classList.remove('chosen');
      },
      stopEvent: ({ target }) => target instanceof Element && target.closest(controls) !== null,
      ignoreMutation: (change) => change.type !== 'selection' && !words?.inner.contains(change.target),
      destroy: () => mounted.forEach((takeAway) => takeAway()),
    };
  };
}

const controls = 'input, select, textarea, button, video, audio, a[href], [role="menu"]';

function plainContent(): { outer: HTMLElement; inner: HTMLElement } {
  const inner = document.createElement('div');
  inner.className = 'block-words';
  return { outer: inner, inner };
}
