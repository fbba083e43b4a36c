import * as Y from 'yjs';
import { elementToNode } from '../../packages/document/src/fragment-to-node.ts';
import { schemas } from '../../packages/document/src/index.ts';
import { markId, markName } from '../../packages/document/src/shared-marks.ts';
import { fragments, suggestionRecords, type Fragment } from '../../packages/types/src/index.ts';
import { childrenOf, firstLineOf, type Child, type Parent } from './document-places.ts';
import type { Marks, Operation, RecordedNode } from './recorded-steps.ts';

type Run = { insert: string; attributes?: Record<string, object | null> };
type Change = {
  insert?: unknown;
  delete?: number;
  retain?: number;
  attributes?: Record<string, object | null>;
};

/** Where somebody's last operation ended. */
interface Caret {
  block: Y.XmlElement | null;
  text: Y.XmlText | null;
  index: number;
  /** The same place, which moves with what others do. */
  place: Y.RelativePosition | null;
}

/** Who is told of, and what was in the document before they did something. */
interface Turn {
  caret: Caret;
  children: Map<Parent, Child[]>;
  runs: Map<Y.XmlText, Run[]>;
  operations: Operation[];
}

const nowhere = (): Caret => ({ block: null, text: null, index: 0, place: null });
const suggestionMarks = ['insertion', 'deletion'];

/** A document of a recording: takes its updates one by one and tells what each did to it. */
export class WatchedDocument {
  readonly #ydoc = new Y.Doc();
  readonly #carets = new Map<number, Caret>();
  #turn: Turn | null = null;

  constructor() {
    for (const field of fragments)
      this.#ydoc.getXmlFragment(field).observeDeep((events) => {
        for (const event of events) this.#saw(field, event);
      });
    this.#ydoc.getMap(suggestionRecords).observe(({ changes }) => {
      for (const _ of changes.keys) this.#turn?.operations.push({ kind: 'suggest' });
    });
  }

  /** Somebody's update. @returns what it did */
  edit(socket: number, bytes: Uint8Array): Operation[] {
    const caret = this.#carets.get(socket) ?? nowhere();
    this.#carets.set(socket, caret);
    const turn: Turn = { caret, children: new Map(), runs: new Map(), operations: [] };
    for (const field of fragments) remember(this.#ydoc.getXmlFragment(field), turn);
    caret.index = this.#indexOf(caret) ?? caret.index;
    this.#turn = turn;
    this.take(bytes);
    this.#turn = null;
    const { text, index } = caret;
    caret.place = text && Y.createRelativePositionFromTypeIndex(text, index, -1);
    return turn.operations;
  }

  /** An update of which nothing is told. */
  take(bytes: Uint8Array): void {
    Y.applyUpdate(this.#ydoc, bytes);
  }

  #indexOf({ place }: Caret): number | undefined {
    return (place && Y.createAbsolutePositionFromRelativePosition(place, this.#ydoc))?.index;
  }

  #saw(field: Fragment, event: Y.YEvent<Y.AbstractType<unknown>>): void {
    if (!this.#turn) return;
    const { target } = event;
    if (target instanceof Y.XmlText) sawText(this.#turn, field, target, event.delta as Change[]);
    else if (target instanceof Y.XmlElement || target instanceof Y.XmlFragment)
      sawChildren(this.#turn, field, target, event);
  }
}

function remember(parent: Parent, turn: Turn): void {
  const children = childrenOf(parent);
  turn.children.set(parent, children);
  for (const child of children) {
    if (child instanceof Y.XmlText) turn.runs.set(child, child.toDelta() as Run[]);
    else remember(child, turn);
  }
}

function sawText({ caret, runs, operations }: Turn, field: Fragment, text: Y.XmlText, delta: Change[]): void {
  let [at, before] = [0, 0];
  const isHere = (index: number) => caret.text === text && caret.index === index;
  const moveTo = (index: number) => Object.assign(caret, { block: blockOf(text), text, index });
  for (const { insert, delete: letters, retain = 0, attributes } of delta) {
    if (typeof insert === 'string') {
      operations.push({ kind: 'type', field, text: insert, ...given(attributes), ...goingOn(isHere(at)) });
      moveTo((at += insert.length));
    } else if (letters) {
      const suggested = Object.keys(marksAt(runs.get(text) ?? [], before)).includes('insertion');
      const goesOn = isHere(at) || isHere(at + letters);
      operations.push({
        ...{ kind: 'take back', field, letters },
        ...(suggested && { suggested }),
        ...goingOn(goesOn),
      });
      before += letters;
      moveTo(at);
    } else {
      const { marks } = given(attributes);
      if (marks) operations.push({ kind: 'mark', field, letters: retain, marks });
      at += retain;
      before += retain;
    }
  }
}

function sawChildren(
  turn: Turn,
  field: Fragment,
  parent: Parent,
  { changes }: Y.YEvent<Y.AbstractType<unknown>>,
): void {
  const { caret, operations } = turn;
  if (parent instanceof Y.XmlElement)
    for (const name of changes.keys.keys()) {
      const value: unknown = parent.getAttribute(name) ?? null;
      const isRepair = name === 'id';
      const goesOn = !isRepair && caret.block === parent && caret.text === null;
      operations.push({ kind: 'set', on: parent.nodeName, name, value, ...goingOn(goesOn) });
      if (!isRepair) Object.assign(caret, { block: parent, text: null });
    }
  const old = turn.children.get(parent) ?? [];
  const gone: Child[] = [];
  const come: Child[] = [];
  let before = 0;
  for (const { insert, delete: count = 0, retain = 0 } of [...(changes.delta as Change[]), {}]) {
    if (insert) come.push(...(insert as Child[]));
    else if (count) gone.push(...old.slice(before, before + count));
    else exchanged(turn, field, parent, gone.splice(0), come.splice(0));
    before += count + retain;
  }
}

/** Where blocks stand that were others before, or none. */
function exchanged(
  { caret, operations }: Turn,
  field: Fragment,
  parent: Parent,
  gone: Child[],
  come: Child[],
): void {
  const name = parent instanceof Y.XmlElement ? parent.nodeName : 'doc';
  const left = gone.filter((each) => each instanceof Y.XmlElement);
  for (const each of come) {
    if (each instanceof Y.XmlText) {
      for (const { insert, attributes } of each.toDelta() as Run[]) {
        const goesOn = caret.block === parent;
        operations.push({ kind: 'type', field, text: insert, ...given(attributes), ...goingOn(goesOn) });
        Object.assign(caret, { block: parent, text: each, index: each.length });
      }
      continue;
    }
    const node = nodeOf(each);
    const former = left.shift();
    const goesOn = caret.block !== null && isBehind(caret.block, each);
    if (former) operations.push({ kind: 'turn', parent: name, name: former.nodeName, node });
    else operations.push({ kind: 'add', parent: name, node, ...goingOn(goesOn) });
    Object.assign(caret, { block: firstLineOf(each)?.block ?? each, text: null, index: 0 });
  }
  for (const each of left) operations.push({ kind: 'remove', parent: name, name: each.nodeName });
}

/** Whether a block stands right behind another or behind what holds that. */
function isBehind(block: Y.XmlElement, later: Y.XmlElement): boolean {
  for (let at: unknown = block; at instanceof Y.XmlElement; at = at.parent)
    if (later.prevSibling === at) return true;
  return false;
}

const blockOf = (text: Y.XmlText) => (text.parent instanceof Y.XmlElement ? text.parent : null);
const goingOn = (goesOn: boolean) => (goesOn ? { goesOn } : {});

function marksAt(runs: Run[], index: number): Record<string, object | null> {
  let end = 0;
  const run = runs.find(({ insert }) => (end += insert.length) > index);
  return named(run?.attributes ?? {});
}

/** Marks by their names in the schema; those of comments are the server's, and those of suggestions lose their ids. */
function named(attributes: Record<string, object | null>): Marks {
  const marks: Marks = {};
  for (const [key, value] of Object.entries(attributes)) {
    const name = markName(key);
    if (name === 'comment' || name === 'apart') continue;
    marks[name] = value && suggestionMarks.includes(name) && markId(value) ? {} : value;
  }
  return marks;
}

function given(attributes: Record<string, object | null> = {}): { marks?: Marks } {
  const marks = named(attributes);
  return Object.keys(marks).length > 0 ? { marks } : {};
}

const nodeOf = (element: Y.XmlElement) =>
  plain(elementToNode(element, schemas.body).toJSON() as RecordedNode);

/** Without attributes that say nothing, and without what others said of it. */
function plain({ attrs = {}, content, marks, ...node }: RecordedNode): RecordedNode {
  const kept = Object.entries(attrs).filter(([name, value]) => value !== null && name !== 'id');
  const own = (marks ?? []).filter(({ type }) => !['comment', 'apart', ...suggestionMarks].includes(type));
  return {
    ...node,
    ...(kept.length > 0 && { attrs: Object.fromEntries(kept) }),
    ...(own.length > 0 && { marks: own }),
    ...(content && { content: content.map(plain) }),
  };
}
