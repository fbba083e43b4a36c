import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import { changedRange, textBlocksIn } from '../text/changed-range.ts';
import { signsIn } from './invisible-signs.ts';

/** The part of the text that is on the screen, and the signs drawn in it. */
interface Shown {
  from: number;
  to: number;
  signs: DecorationSet;
}

const key = new PluginKey<Shown | null>('invisibles');

/** How much is drawn above and below the screen. */
const around = 2000;

/**
 * Shows spaces, other invisible signs, and where lines and paragraphs end. Only where one looks: ten thousand spaces drawn would make every key slow.
 */
export const Invisibles = Extension.create({
  name: 'invisibles',

  addProseMirrorPlugins: () => [
    new Plugin<Shown | null>({
      key,
      state: {
        init: () => null,
        apply: (transaction, shown, before, after) => {
          const meta = transaction.getMeta(key) as { from: number; to: number } | null | undefined;
          if (meta !== undefined) return meta && draw(after.doc, meta.from, meta.to);
          return shown && transaction.docChanged ? moved(shown, before, after) : shown;
        },
      },
      props: { decorations: (state) => key.getState(state)?.signs },
      view: (view) => new Look(view),
    }),
  ],
});

export function showInvisibles(view: EditorView, on: boolean): void {
  const { from, to } = onScreen(view);
  const drawn = { from: Math.max(0, from - around), to: Math.min(view.state.doc.content.size, to + around) };
  view.dispatch(view.state.tr.setMeta(key, on ? drawn : null));
}

function draw(document: Node, from: number, to: number): Shown {
  return { from, to, signs: DecorationSet.create(document, signsIn(document, from, to)) };
}

function moved(shown: Shown, before: EditorState, after: EditorState): Shown {
  const range = changedRange(before.doc, after.doc);
  if (!range) return shown;
  const signs = shown.signs.map(range.mapping, after.doc);
  const blocks = textBlocksIn(after.doc, range.from, range.to);
  const [from, last] = [blocks[0]?.at ?? range.from, blocks.at(-1)];
  const to = last ? last.at + last.block.nodeSize : range.to;
  const within = { from: range.mapping.map(shown.from, -1), to: range.mapping.map(shown.to, 1) };
  const fresh = to < within.from || from > within.to ? [] : signsIn(after.doc, range.from, range.to);
  return { ...within, signs: signs.remove(signs.find(from, to)).add(after.doc, fresh) };
}

function onScreen(view: EditorView): { from: number; to: number } {
  const { top, bottom, left, width } = view.dom.getBoundingClientRect();
  const place = (height: number) => view.posAtCoords({ left: left + width / 2, top: height })?.pos;
  const { size } = view.state.doc.content;
  return {
    from: top >= 0 ? 0 : (place(0) ?? 0),
    to: bottom <= innerHeight ? size : (place(innerHeight - 1) ?? size),
  };
}

/** Follows the scrolling, a frame at most each time. */
class Look {
  readonly #view: EditorView;
  #frame = 0;

  constructor(view: EditorView) {
    this.#view = view;
    addEventListener('scroll', this.#look, { capture: true, passive: true });
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    removeEventListener('scroll', this.#look, { capture: true });
  }

  #look = (): void => {
    if (this.#frame || !key.getState(this.#view.state)) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const shown = key.getState(this.#view.state);
      if (!shown) return;
      const now = onScreen(this.#view);
      if (now.from < shown.from || now.to > shown.to) showInvisibles(this.#view, true);
    });
  };
}
