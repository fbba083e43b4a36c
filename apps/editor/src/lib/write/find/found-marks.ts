import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { blockText, changedRange, textBlocksIn } from '../text/changed-range.ts';
import type { Match } from './find-query.ts';

/** Finds in one block at once; null if the answer comes later, by `takeLater`. */
export type FindInBlock = (text: string) => readonly Match[] | null;

interface Found {
  find: FindInBlock;
  marks: DecorationSet;
  /** Where the one stands that was gone to. */
  current: number | null;
  /** Texts of blocks that were not looked through yet. */
  waiting: ReadonlySet<string>;
}

/** What was found in blocks of these texts. */
export type Answers = ReadonlyMap<string, readonly Match[]>;

interface Spec {
  match: Match;
}

type Order =
  | { kind: 'begin'; find: FindInBlock }
  | { kind: 'end' }
  | { kind: 'current'; at: number | null }
  | { kind: 'later'; found: Answers };

const key = new PluginKey<Found | null>('foundMarks');

/** A found passage and where it stands in the document. */
export interface FoundPlace {
  from: number;
  to: number;
  match: Match;
}

/** Marks what is looked for. A change of the text is looked through where it happened, and nowhere else. */
export const FoundMarks = Extension.create<{ onchange: () => void }>({
  name: 'foundMarks',
  addOptions: () => ({ onchange: () => undefined }),
  addProseMirrorPlugins() {
    const { onchange } = this.options;
    return [
      new Plugin<Found | null>({
        key,
        state: {
          init: () => null,
          apply: (transaction, found, before, after) => {
            const order = transaction.getMeta(key) as Order | undefined;
            const moved = found && transaction.docChanged ? follow(found, before, after) : found;
            return order ? obey(order, moved, after.doc) : moved;
          },
        },
        props: { decorations: (state) => shown(key.getState(state), state.doc) },
        view: () => ({
          update: (view, before) => {
            if (key.getState(view.state) !== key.getState(before)) onchange();
          },
        }),
      }),
    ];
  },
});

export function beginFinding(view: EditorView, find: FindInBlock): void {
  order(view, { kind: 'begin', find });
}

export function endFinding(view: EditorView): void {
  if (key.getState(view.state)) order(view, { kind: 'end' });
}

export function markCurrent(view: EditorView, at: number | null): void {
  if (key.getState(view.state)) order(view, { kind: 'current', at });
}

/** The texts that wait for an answer. */
export function waitingTexts(state: EditorState): string[] {
  return [...(key.getState(state)?.waiting ?? [])];
}

/** What was found in blocks that had to wait. Those that changed meanwhile have another text, and wait on. */
export function takeLater(view: EditorView, found: Answers): void {
  order(view, { kind: 'later', found });
}

/** Everything that is found now, in order. */
export function foundPlaces(state: EditorState): FoundPlace[] {
  const found = key.getState(state);
  if (!found) return [];
  return found.marks.find().map(({ from, to, spec }) => ({ from, to, match: (spec as Spec).match }));
}

/** Where the one stands that was gone to. */
export function currentPlace(state: EditorState): number | null {
  return key.getState(state)?.current ?? null;
}

function order(view: EditorView, meta: Order): void {
  view.dispatch(view.state.tr.setMeta(key, meta).setMeta('addToHistory', false));
}

function obey(order: Order, found: Found | null, document: Node): Found | null {
  switch (order.kind) {
    case 'begin':
      return looked(
        { find: order.find, marks: DecorationSet.empty, current: null, waiting: new Set() },
        document,
        0,
        document.content.size,
      );
    case 'end':
      return null;
    case 'current':
      return found && { ...found, current: order.at };
    case 'later':
      return found && answered(found, document, order.found);
  }
}

function follow(found: Found, before: EditorState, after: EditorState): Found {
  const range = changedRange(before.doc, after.doc);
  if (!range) return found;
  const moved = {
    ...found,
    marks: found.marks.map(range.mapping, after.doc),
    current: found.current === null ? null : range.mapping.map(found.current),
  };
  return looked(moved, after.doc, range.from, range.to);
}

/** Looks through the blocks of a range anew. */
function looked(found: Found, document: Node, from: number, to: number): Found {
  const waiting = new Set(found.waiting);
  let { marks } = found;
  const fresh: Decoration[] = [];
  for (const { block, at } of textBlocksIn(document, from, to)) {
    const old = marks.find(at, at + block.nodeSize);
    if (old.length > 0) marks = marks.remove(old);
    const text = blockText(block);
    const matches = found.find(text);
    if (matches === null) waiting.add(text);
    else fresh.push(...marksOf(matches, at));
  }
  return { ...found, waiting, marks: fresh.length > 0 ? marks.add(document, fresh) : marks };
}

function answered(found: Found, document: Node, answers: Answers): Found {
  let { marks } = found;
  const fresh: Decoration[] = [];
  document.descendants((block, at) => {
    if (!block.isTextblock) return true;
    const matches = answers.get(blockText(block));
    if (matches) {
      const old = marks.find(at, at + block.nodeSize);
      if (old.length > 0) marks = marks.remove(old);
      fresh.push(...marksOf(matches, at));
    }
    return false;
  });
  const waiting = new Set([...found.waiting].filter((text) => !answers.has(text)));
  return { ...found, waiting, marks: marks.add(document, fresh) };
}

const marksOf = (matches: readonly Match[], at: number): Decoration[] =>
  matches.map((match) =>
    Decoration.inline(at + 1 + match.from, at + 1 + match.to, { class: 'found' }, { match } satisfies Spec),
  );

const drawn = new WeakMap<Found, DecorationSet>();

function shown(found: Found | null | undefined, document: Node): DecorationSet | null {
  if (!found) return null;
  const kept = drawn.get(found);
  if (kept) return kept;
  const { current, marks } = found;
  const place =
    current === null ? undefined : marks.find(current, current).find(({ from }) => from === current);
  const set = place
    ? marks.add(document, [Decoration.inline(place.from, place.to, { class: 'found-current' })])
    : marks;
  drawn.set(found, set);
  return set;
}
