import type { LinkState } from '@broadsheet/types';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { changedRange } from '../text/changed-range.ts';
import { linkWarning } from './link-words.ts';

type States = ReadonlyMap<string, LinkState>;
const key = new PluginKey<DecorationSet>('deadLinks');

/** Warns on the sheet of links that lead readers nowhere. */
export const DeadLinks = Extension.create({
  name: 'deadLinks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, marks, before, after) => {
          const states = transaction.getMeta(key) as States | undefined;
          if (states) return deadIn(after.doc, states);
          if (!transaction.docChanged || marks === DecorationSet.empty) return marks;
          const range = changedRange(before.doc, after.doc);
          return range ? marks.map(range.mapping, after.doc) : marks;
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Draws the warnings anew, if there is or was one. */
export function markDeadLinks(view: EditorView, states: States): void {
  const isDead = [...states.values()].some((state) => state !== 'live');
  if (!isDead && key.getState(view.state) === DecorationSet.empty) return;
  view.dispatch(view.state.tr.setMeta(key, states).setMeta('addToHistory', false));
}

function deadIn(document: Node, states: States): DecorationSet {
  const marks: Decoration[] = [];
  document.descendants((node, at) => {
    const href: unknown = node.marks.find(({ type }) => type.name === 'link')?.attrs['href'];
    const warning = typeof href === 'string' ? linkWarning(states.get(href)) : null;
    if (warning)
      marks.push(Decoration.inline(at, at + node.nodeSize, { class: 'dead-link', title: warning }));
  });
  return marks.length > 0 ? DecorationSet.create(document, marks) : DecorationSet.empty;
}
