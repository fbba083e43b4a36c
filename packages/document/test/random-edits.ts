import { joinBackward, lift, setBlockType, splitBlock, wrapIn } from '@tiptap/pm/commands';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { sinkListItem, wrapInList } from '@tiptap/pm/schema-list';
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { everyBlock } from './every-block.ts';
import type { Numbers } from './numbers-from.ts';

type Edit = (state: EditorState, next: Numbers) => Transaction | null;

/** Every place where a letter may be typed. */
function places(document: Node): number[] {
  const found: number[] = [];
  document.descendants((node, position) => {
    if (!node.isTextblock) return true;
    for (let at = 0; at <= node.content.size; at++) found.push(position + 1 + at);
    return false;
  });
  return found;
}

const pick = <T>(items: readonly T[], next: Numbers): T | undefined => items[next(items.length)];

/** What a command does with the selection somewhere. */
function by(command: (state: EditorState) => Command): Edit {
  return (state, next) => {
    const at = pick(places(state.doc), next);
    if (at === undefined) return null;
    const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
    let made: Transaction | null = null;
    command(there)(there, (transaction) => (made = transaction));
    return made && replayed(state, made, at);
  };
}

/** The same steps on the state as it is. */
function replayed(state: EditorState, made: Transaction, at: number): Transaction {
  const transaction = state.tr.setSelection(TextSelection.create(state.doc, at));
  for (const step of made.steps) transaction.step(step);
  return transaction;
}

const words = ['snow', ' ', 'dağ ', 'гора', ' ', 'a', 'aa', 'լեռ'];

const type: Edit = (state, next) => {
  const at = pick(places(state.doc), next);
  return at === undefined ? null : state.tr.insertText(pick(words, next) ?? '', at);
};
const strike: Edit = (state, next) => {
  const at = pick(places(state.doc), next);
  if (at === undefined) return null;
  const $at = state.doc.resolve(at);
  const end = Math.min($at.end(), at + 1 + next(6));
  return end > at ? state.tr.delete(at, end) : null;
};
const replace: Edit = (state, next) => {
  const made = strike(state, next);
  const [step] = made?.steps ?? [];
  const from = step ? (step.toJSON() as { from: number }).from : null;
  return made && from !== null ? made.insertText(pick(words, next) ?? '', from) : null;
};
const strikeAcross: Edit = (state, next) => {
  const all = places(state.doc);
  const start = next(all.length);
  const [from, to] = [all[start], all[Math.min(all.length - 1, start + 5 + next(30))]];
  return from !== undefined && to !== undefined && to > from ? state.tr.delete(from, to) : null;
};
const embolden: Edit = (state, next) => {
  const at = pick(places(state.doc), next);
  if (at === undefined || state.doc.resolve(at).parent.type.spec.code) return null;
  const end = Math.min(state.doc.resolve(at).end(), at + 4);
  const mark = state.schema.marks.bold?.create();
  return mark && end > at ? state.tr.addMark(at, end, mark) : null;
};
const paste: Edit = (state, next) => {
  const at = pick(places(state.doc), next);
  const { paragraph } = state.schema.nodes;
  if (at === undefined || !paragraph) return null;
  const lines = ['first', 'last'].map((each) => paragraph.create(null, state.schema.text(each)));
  return state.tr.replace(at, at, new Slice(Fragment.fromArray(lines), 1, 1));
};

/** Where top blocks begin; those that somebody made a suggestion about are left alone. */
function starts(document: Node): number[] {
  const found: number[] = [];
  document.forEach((node, offset) => {
    if (!node.attrs.suggestion) found.push(offset);
  });
  return found;
}
const add: Edit = (state, next) => {
  const block = pick(Object.values(everyBlock()), next);
  const at = pick(starts(state.doc), next) ?? 0;
  const node = state.schema.nodeFromJSON(block);
  return state.tr.insert(at, node.type.create({ ...node.attrs, id: null }, node.content));
};
const remove: Edit = (state, next) => {
  const at = pick(starts(state.doc), next);
  const node = at === undefined ? null : state.doc.nodeAt(at);
  return at === undefined || !node || state.doc.childCount < 3
    ? null
    : state.tr.delete(at, at + node.nodeSize);
};
const move: Edit = (state, next) => {
  const [from, to] = [pick(starts(state.doc), next), pick(starts(state.doc), next)];
  const node = from === undefined ? null : state.doc.nodeAt(from);
  if (from === undefined || to === undefined || !node || from === to || state.doc.childCount < 3) return null;
  const transaction = state.tr.delete(from, from + node.nodeSize);
  return transaction.insert(transaction.mapping.map(to), node);
};
const describe: Edit = (state, next) => {
  const found: { at: number; name: string }[] = [];
  state.doc.descendants((node, at) => {
    for (const name of ['alt', 'title', 'attribution', 'start'])
      if (name in node.attrs) found.push({ at, name });
  });
  const one = pick(found, next);
  const value = one?.name === 'start' ? 1 + next(9) : `said ${String(next(9))}`;
  return one ? state.tr.setNodeAttribute(one.at, one.name, value) : null;
};
const addRow: Edit = (state, next) => {
  const found: { at: number; node: Node }[] = [];
  state.doc.descendants((node, at) => {
    if (node.type.name === 'tableRow') found.push({ at, node });
  });
  const row = pick(found, next);
  if (!row) return null;
  const cells = row.node.children.map((cell) => cell.type.createAndFill({ ...cell.attrs, id: null }));
  const copy = row.node.type.create(
    { id: null },
    cells.filter((cell) => cell !== null),
  );
  return state.tr.insert(row.at + row.node.nodeSize, copy);
};

const kind = (name: string, attrs?: object): Edit =>
  by(({ schema }) => {
    const wanted = schema.nodes[name];
    return wanted ? setBlockType(wanted, attrs as never) : () => false;
  });
const list: Edit = by(({ schema: { nodes } }) =>
  nodes.bulletList ? wrapInList(nodes.bulletList) : () => false,
);

const nest: Edit = by(
  ({ schema: { nodes } }) =>
    (state, dispatch) =>
      [nodes.listItem, nodes.taskItem].some((item) => item && sinkListItem(item)(state, dispatch)),
);

const quote: Edit = by(({ schema: { nodes } }) =>
  nodes.blockquote ? wrapIn(nodes.blockquote) : () => false,
);

/** Everything that people do to a text; the first ones more often. */
export const edits = {
  type,
  strike,
  replace,
  embolden,
  strikeAcross,
  paste,
  add,
  remove,
  move,
  describe,
  addRow,
  list,
  nest,
  quote,
  split: by(() => splitBlock),
  join: by(() => joinBackward),
  heading: kind('heading', { level: 2 }),
  plain: kind('paragraph'),
  lift: by(() => lift),
} satisfies Record<string, Edit>;
export type EditName = keyof typeof edits;

export const editNames = Object.keys(edits) as EditName[];

export function randomEdit(state: EditorState, next: Numbers): { name: EditName; made: Transaction | null } {
  const name =
    (next(2) === 0 ? pick<EditName>(['type', 'strike', 'replace', 'split'], next) : pick(editNames, next)) ??
    'type';
  return { name, made: edits[name](state, next) };
}
