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
import { currentMeta, type Suggestions } from './suggestions.svelte.ts';

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
      for (const { lights, make } of decorationsOf(block, suggestions, drawn))
        if (lights === undefined || lights === suggestions.current) found.push(make(offset));
    });
    return found.length > 0 ? DecorationSet.create(document, found) : DecorationSet.empty;
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => all(doc),
      apply: (transaction, before) =>
        transaction.docChanged || transaction.getMeta(currentMeta) === true ? all(transaction.doc) : before,
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick: (_view, _place, { target }) => {
        const id =
          target instanceof Element && target.closest('[data-suggestion]')?.getAttribute('data-suggestion');
        if (id) suggestions.choose(id);
        return false;
      },
      // what is copied is text: whose suggestion it was stays behind
      transformPasted: (slice) => new Slice(settledCopy(slice.content), slice.openStart, slice.openEnd),
    },
  });
}

interface Draw {
  make: (offset: number) => Decoration;
  /** Drawn only while this suggestion is the one that the keys speak of. */
  lights?: string;
}

/** How a block is drawn; one that did not change is not looked at again. */
function decorationsOf(
  block: Node,
  suggestions: Suggestions,
  drawn: WeakMap<Node, readonly Draw[]>,
): readonly Draw[] {
  const before = drawn.get(block);
  if (before) return before;
  const found: Draw[] = [];
  const draw = (make: Draw['make']) => found.push({ make });
  const look = (node: Node, at: number) => {
    const suggestion = suggestionOf(node);
    if (suggestion) {
      const colour = suggestions.record(suggestion.id)?.colour ?? 1;
      const sinks = suggestion.op === 'turn' && suggestion.next.sink;
      const attributes = {
        class: `suggested p${colour}`,
        'data-suggested': sinks ? 'sink' : suggestion.op,
        'data-suggestion': suggestion.id,
      };
      draw((offset) => Decoration.node(offset + at, offset + at + node.nodeSize, attributes));
      const light = (offset: number) =>
        Decoration.node(offset + at, offset + at + node.nodeSize, { class: 'current' });
      found.push({ make: light, lights: suggestion.id });
    }
    if (!node.isText) return;
    const marks = suggestionMarks(node);
    if (marks.length === 0) return;
    const struck = marks.find(({ type }) => type.name === 'deletion');
    if (struck && apartFrom(node.marks).length > 0) {
      const colour = suggestions.record(suggestionId(struck))?.colour ?? 1;
      const attributes = { class: `struck p${colour}` };
      draw((offset) => Decoration.inline(offset + at, offset + at + node.nodeSize, attributes));
    }
    for (const id of new Set(marks.map(suggestionId))) {
      const light = (offset: number) =>
        Decoration.inline(offset + at, offset + at + node.nodeSize, { class: 'current' });
      found.push({ make: light, lights: id });
    }
    for (
      let index = node.text?.indexOf(splitSign) ?? -1;
      index >= 0;
      index = node.text?.indexOf(splitSign, index + 1) ?? -1
    ) {
      const place = at + index + 1;
      draw((offset) => Decoration.widget(offset + place, splitMark, { side: -1, ignoreSelection: true }));
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
