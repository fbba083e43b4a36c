import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { changedRange } from '../text/changed-range.ts';
import type { Match } from './find-query.ts';
import { markFields } from './found-fields.ts';
import { inOrder, textsIn, type FoundPlace, type LookedThrough } from './found-texts.ts';

/** Finds in one text at once; null if the answer comes later, by `takeLater`. */
export type FindInBlock = (text: string) => readonly Match[] | null;

/** Where the one stands that was gone to. */
type Current = Pick<FoundPlace, 'from' | 'line' | 'match'>;

interface Found {
  find: FindInBlock;
  marks: DecorationSet;
  current: Current | null;
  /** Texts that were not looked through yet. */
  waiting: ReadonlySet<string>;
}

/** What was found in these texts. */
export type Answers = ReadonlyMap<string, readonly Match[]>;

type Spec = Pick<FoundPlace, 'line' | 'match'>;

type Order =
  | { kind: 'begin'; find: FindInBlock }
  | { kind: 'end' }
  | { kind: 'current'; at: Current | null }
  | { kind: 'later'; found: Answers };

const key = new PluginKey<Found | null>('foundMarks');

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
            if (key.getState(view.state) === key.getState(before)) return;
            const places = foundPlaces(view.state);
            markFields(
              view,
              places.filter(({ line }) => line !== null),
              places.find((place) => isCurrent(view.state, place)) ?? null,
            );
            onchange();
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

export function markCurrent(view: EditorView, at: FoundPlace | null): void {
  if (key.getState(view.state)) order(view, { kind: 'current', at });
}

/** The texts that wait for an answer. */
export function waitingTexts(state: EditorState): string[] {
  return [...(key.getState(state)?.waiting ?? [])];
}

/** What was found in texts that had to wait. Those that changed meanwhile have another text, and wait on. */
export function takeLater(view: EditorView, found: Answers): void {
  order(view, { kind: 'later', found });
}

/** Everything that is found now, in order. */
export function foundPlaces(state: EditorState): FoundPlace[] {
  const found = key.getState(state);
  if (!found) return [];
  return found.marks
    .find()
    .map(({ from, to, spec }) => ({ from, to, ...(spec as Spec) }))
    .sort(inOrder);
}

/** Whether it is the one that was gone to. */
export function isCurrent(state: EditorState, { from, line, match }: FoundPlace): boolean {
  const current = key.getState(state)?.current;
  if (!current || current.from !== from || current.line !== line) return false;
  return line === null || current.match.from === match.from;
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
    current: found.current && { ...found.current, from: range.mapping.map(found.current.from) },
  };
  return looked(moved, after.doc, range.from, range.to);
}

/** Looks through the texts of a range anew. */
function looked(found: Found, document: Node, from: number, to: number): Found {
  const waiting = new Set(found.waiting);
  let { marks } = found;
  const fresh: Decoration[] = [];
  for (const text of textsIn(document, from, to)) {
    const matches = found.find(text.text);
    // until the answer comes, what the change has not touched is found still: it may be looked at, or replaced
    marks = without(marks, text, matches === null ? { from, to } : undefined);
    if (matches === null) waiting.add(text.text);
    else fresh.push(...marksOf(matches, text));
  }
  return { ...found, waiting, marks: fresh.length > 0 ? marks.add(document, fresh) : marks };
}

function answered(found: Found, document: Node, answers: Answers): Found {
  let { marks } = found;
  const fresh: Decoration[] = [];
  for (const text of textsIn(document, 0, document.content.size)) {
    const matches = answers.get(text.text);
    if (!matches) continue;
    marks = without(marks, text);
    fresh.push(...marksOf(matches, text));
  }
  const waiting = new Set([...found.waiting].filter((text) => !answers.has(text)));
  return { ...found, waiting, marks: marks.add(document, fresh) };
}

/** @param changed takes those alone that this range touches; that of a line, if it begins before the block does */
function without(
  marks: DecorationSet,
  { at, size, line }: LookedThrough,
  changed = { from: 0, to: at + size },
): DecorationSet {
  const old = marks
    .find(at, at + size, (spec) => (spec as Spec).line === line)
    .filter((mark) =>
      line === null
        ? mark.from <= changed.to && mark.to >= changed.from
        : // another block's touches this one
          mark.from === at && at >= changed.from,
    );
  return old.length > 0 ? marks.remove(old) : marks;
}

function marksOf(matches: readonly Match[], { at, size, line }: LookedThrough): Decoration[] {
  return matches.map((match) => {
    const spec: Spec = { line, match };
    return line === null
      ? Decoration.inline(at + 1 + match.from, at + 1 + match.to, { class: 'found' }, spec)
      : Decoration.node(at, at + size, {}, spec);
  });
}

const drawn = new WeakMap<Found, DecorationSet>();

function shown(found: Found | null | undefined, document: Node): DecorationSet | null {
  if (!found) return null;
  const kept = drawn.get(found);
  if (kept) return kept;
  const { current, marks } = found;
  const place =
    current?.line === null &&
    marks
      .find(current.from, current.from, (spec) => (spec as Spec).line === null)
      .find(({ from }) => from === current.from);
  const set = place
    ? marks.add(document, [Decoration.inline(place.from, place.to, { class: 'found-current' })])
    : marks;
  drawn.set(found, set);
  return set;
}
