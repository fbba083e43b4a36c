import {
  apartFrom,
  Deletion,
  Insertion,
  plainMarks,
  splitSign,
  suggestionId,
  suggestionMarks,
  suggestionOf,
} from '@broadsheet/document';
import { Extension, type Extensions } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Suggestions } from './suggestions.svelte.ts';

interface Options {
  suggestions: Suggestions | null;
}

/** Turns what is done in an editor into suggestions while that mode is on, and draws those that are there. */
export const SuggestMode = Extension.create<Options>({
  name: 'suggestMode',
  addOptions: () => ({ suggestions: null }),

  dispatchTransaction({ transaction, next }) {
    const { suggestions } = this.options;
    if (suggestions) suggestions.dispatch(this.editor, transaction, next);
    else next(transaction);
  },

  addProseMirrorPlugins() {
    const { suggestions } = this.options;
    return suggestions ? [drawing(suggestions)] : [];
  },
});

/** The schema with marks that wear the colour of whoever suggested. */
export function withSuggestionColours(extensions: Extensions, suggestions: Suggestions): Extensions {
  const attributesOf = (id: string): Record<string, string> => {
    const colour = suggestions.record(id)?.colour;
    return colour ? { class: `p${colour}` } : {};
  };
  return extensions.map((extension) =>
    extension.name === 'insertion'
      ? Insertion.configure({ attributesOf })
      : extension.name === 'deletion'
        ? Deletion.configure({ attributesOf })
        : extension,
  );
}

function drawing(suggestions: Suggestions): Plugin<DecorationSet> {
  const key = new PluginKey<DecorationSet>('suggestMode');
  const drawn = new WeakMap<Node, readonly Draw[]>();
  const all = (document: Node) => {
    const found: Decoration[] = [];
    document.forEach((block, offset) => {
      for (const make of decorationsOf(block, suggestions, drawn)) found.push(make(offset));
    });
    return found.length > 0 ? DecorationSet.create(document, found) : DecorationSet.empty;
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => all(doc),
      apply: (transaction, before) => (transaction.docChanged ? all(transaction.doc) : before),
    },
    props: {
      decorations: (state) => key.getState(state),
      // what is copied is text: whose suggestion it was stays behind
      transformPasted: (slice) => new Slice(settledCopy(slice.content), slice.openStart, slice.openEnd),
    },
  });
}

type Draw = (offset: number) => Decoration;

/** How a block is drawn; one that did not change is not looked at again. */
function decorationsOf(
  block: Node,
  suggestions: Suggestions,
  drawn: WeakMap<Node, readonly Draw[]>,
): readonly Draw[] {
  const before = drawn.get(block);
  if (before) return before;
  const found: Draw[] = [];
  const look = (node: Node, at: number) => {
    const suggestion = suggestionOf(node);
    if (suggestion) {
      const colour = suggestions.record(suggestion.id)?.colour ?? 1;
      const sinks = suggestion.op === 'turn' && suggestion.next.sink;
      const attributes = {
        class: `suggested p${colour}`,
        'data-suggested': sinks ? 'sink' : suggestion.op,
      };
      found.push((offset) => Decoration.node(offset + at, offset + at + node.nodeSize, attributes));
    }
    if (!node.isText) return;
    const marks = suggestionMarks(node);
    if (marks.length === 0) return;
    const struck = marks.find(({ type }) => type.name === 'deletion');
    if (struck && apartFrom(node.marks).length > 0) {
      const colour = suggestions.record(suggestionId(struck))?.colour ?? 1;
      const attributes = { class: `struck p${colour}` };
      found.push((offset) => Decoration.inline(offset + at, offset + at + node.nodeSize, attributes));
    }
    for (
      let index = node.text?.indexOf(splitSign) ?? -1;
      index >= 0;
      index = node.text?.indexOf(splitSign, index + 1) ?? -1
    ) {
      const place = at + index + 1;
      found.push((offset) =>
        Decoration.widget(offset + place, splitMark, { side: -1, ignoreSelection: true }),
      );
    }
  };
  look(block, 0);
  block.descendants((node, position) => look(node, position + 1));
  drawn.set(block, found);
  return found;
}

function splitMark(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'suggested-split';
  mark.textContent = '¶';
  mark.setAttribute('aria-hidden', 'true');
  return mark;
}

function settledCopy(content: Fragment): Fragment {
  return Fragment.fromArray(
    content.content.map((node) => {
      const marks = plainMarks(node.marks);
      if (node.isText) return node.mark(marks);
      const attributes = 'suggestion' in node.attrs ? { ...node.attrs, suggestion: null } : node.attrs;
      return node.type.create(attributes, settledCopy(node.content), marks);
    }),
  );
}
