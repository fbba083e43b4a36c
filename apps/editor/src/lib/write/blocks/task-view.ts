import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { m } from '#lib/paraglide/messages.js';

/** An item of a task list: a box that can be ticked by mouse and by Space, and the words. */
export const taskView: NodeViewRenderer = ({ node, getPos, editor }): NodeView => {
  const dom = document.createElement('li');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.contentEditable = 'false';
  const contentDOM = document.createElement('div');
  const show = (shown: Node) => {
    const isDone = shown.attrs.checked === true;
    box.checked = isDone;
    box.disabled = !editor.isEditable;
    dom.classList.toggle('done', isDone);
    box.setAttribute('aria-label', m.blocks_task_done({ task: shown.firstChild?.textContent ?? '' }));
  };
  // the caret stays in the text
  box.addEventListener('pointerdown', (event) => event.preventDefault());
  box.addEventListener('change', () => {
    const at = getPos();
    if (at === undefined) return;
    editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'checked', box.checked));
  });
  dom.append(box, contentDOM);
  show(node);
  return {
    dom,
    contentDOM,
    update: (next) => {
      if (next.type !== node.type) return false;
      show(next);
      return true;
    },
    stopEvent: ({ target }) => target === box,
    ignoreMutation: (change) => change.type !== 'selection' && !contentDOM.contains(change.target),
  };
};
