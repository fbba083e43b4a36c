import { suggestionRecord, suggestionRecords, fragments, type Fragment } from '@broadsheet/types';
import * as Y from 'yjs';
import { elementToNode } from './fragment-to-node.ts';
import { schemas } from './schemas.ts';
import { apartIn, markId, markName } from './shared-marks.ts';

/** Whose update it is, as the server knows the person. */
export interface GuardedPerson {
  id: string;
  name: string;
  colour: number;
}

/** What an update did beyond suggesting: `again` if that can't be told before something that is missing has come. */
export type Overstep = 'records' | 'text' | 'again';

interface Records {
  hasForged: boolean;
}

/**
 * Looks at the difference that each update makes to a document. The records of suggestions can be forged by nobody;
 * whoever may only suggest leaves the text as it is once their own suggestions are taken away, and everybody else's
 * suggestions with it. Only blocks that an update has touched are looked at again.
 */
export class SuggestionGuard {
  private readonly ydoc: Y.Doc;
  private readonly views = new Map<string, WeakMap<Y.XmlElement, string>>();
  /** Suggestions on blocks that others had made meanwhile, unseen by the update that replaced them. */
  private readonly unseen = new Map<Y.XmlElement, unknown>();

  constructor(ydoc: Y.Doc) {
    this.ydoc = ydoc;
    for (const name of fragments) ydoc.getXmlFragment(name).observeDeep((events) => this.forget(events));
  }

  /** Applies an update of a writer's. @returns what it may not do, if anything; it is applied all the same */
  write(apply: () => void, person: GuardedPerson): Overstep | null {
    return this.records(apply, person).hasForged ? 'records' : null;
  }

  /** Applies an update of somebody who may only suggest. @returns as `write` does */
  suggest(apply: () => void, person: GuardedPerson): Overstep | null {
    const roots = new Set([...this.ydoc.share.keys(), ...fragments, suggestionRecords]);
    const before = this.view(person.id);
    this.unseen.clear();
    const { hasForged } = this.records(apply, person);
    const { pendingStructs, pendingDs } = this.ydoc.store;
    if (pendingStructs || pendingDs) return 'again';
    if (hasForged) return 'records';
    const isElsewhere = [...this.ydoc.share.keys()].some((name) => !roots.has(name));
    const after = this.view(person.id);
    for (const element of this.unseen.keys()) this.forgetBlock(element);
    this.unseen.clear();
    const isSame =
      after !== null && before?.length === after.length && before.every((each, at) => each === after[at]);
    return isElsewhere || !isSame ? 'text' : null;
  }

  private records(apply: () => void, person: GuardedPerson): Records {
    const map = this.ydoc.getMap(suggestionRecords);
    const found: Records = { hasForged: false };
    const look = (event: Y.YMapEvent<unknown>) => {
      for (const [id, { action }] of event.changes.keys)
        if (action !== 'add' || !isOwn(map.get(id), person)) found.hasForged = true;
    };
    map.observe(look);
    try {
      apply();
    } finally {
      map.unobserve(look);
    }
    return found;
  }

  /** The document without this person's suggestions, a line for each top block; null if the schema can't hold it. */
  private view(author: string): string[] | null {
    const known = this.views.get(author) ?? new WeakMap<Y.XmlElement, string>();
    this.views.set(author, known);
    const records = this.ydoc.getMap<{ author?: unknown } | undefined>(suggestionRecords);
    const view = new BlockView((id) => records.get(id)?.author === author, this.unseen);
    const lines: string[] = [];
    try {
      for (const name of fragments) {
        for (const child of this.ydoc.getXmlFragment(name).toArray()) {
          if (!(child instanceof Y.XmlElement)) return null;
          const line = known.get(child) ?? checked(child, name, view);
          known.set(child, line);
          if (line !== '') lines.push(`${name} ${line}`);
        }
      }
      return lines;
    } catch {
      return null;
    }
  }

  private forget(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const event of events) {
      const { target } = event;
      this.forgetBlock(target);
      const change = target instanceof Y.XmlElement ? event.changes.keys.get('suggestion') : undefined;
      if (target instanceof Y.XmlElement && change?.action === 'update' && isUnseen(target))
        this.unseen.set(target, change.oldValue);
    }
  }

  private forgetBlock(type: object): void {
    for (let at: unknown = type; at instanceof Y.AbstractType; at = at._item?.parent)
      if (at instanceof Y.XmlElement) for (const known of this.views.values()) known.delete(at);
  }
}

const isOwn = (value: unknown, person: GuardedPerson): boolean => {
  const { data } = suggestionRecord.safeParse(value);
  return data?.author === person.id && data.name === person.name && data.colour === person.colour;
};

/** Whether the attribute was set by somebody who did not know the value that it takes the place of. */
function isUnseen(element: Y.XmlElement): boolean {
  const item = element._map.get('suggestion');
  const before = item?.left;
  return Boolean(item && before && !Y.compareIDs(item.origin, before.lastId));
}

function checked(block: Y.XmlElement, field: Fragment, view: BlockView): string {
  elementToNode(block, schemas[field]).check();
  const seen = view.element(block);
  return seen === null ? '' : JSON.stringify(seen.json);
}

interface Seen {
  json: unknown;
  hasWords: boolean;
}

/** A block as it is without one person's suggestions. */
class BlockView {
  private readonly isOwn: (id: string) => boolean;
  private readonly unseen: ReadonlyMap<Y.XmlElement, unknown>;

  constructor(isOwn: (id: string) => boolean, unseen: ReadonlyMap<Y.XmlElement, unknown>) {
    this.isOwn = isOwn;
    this.unseen = unseen;
  }

  /** Null for a block that the person proposes to add and in which nobody else has written. */
  element(element: Y.XmlElement): Seen | null {
    const attributes: Record<string, unknown> = { ...element.getAttributes() };
    const present = attributes.suggestion;
    const own = isSuggestion(present) && this.isOwn(present.id);
    if (own) attributes.suggestion = this.unseen.get(element) ?? null;
    const { json, hasWords } = this.children(element);
    if (own && present.op === 'insert' && !hasWords) return null;
    const kept = Object.entries(attributes).filter(([, value]) => value !== null);
    return { json: [element.nodeName, kept.sort(([a], [b]) => (a < b ? -1 : 1)), json], hasWords };
  }

  private children(parent: Y.XmlElement): { json: unknown[]; hasWords: boolean } {
    const json: unknown[] = [];
    let hasWords = false;
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) {
        for (const run of this.runs(child)) addRun(json, run);
        hasWords ||= json.some((each) => isRun(each));
      } else if (child instanceof Y.XmlElement) {
        const seen = this.element(child);
        if (seen) json.push(seen.json);
        hasWords ||= seen?.hasWords ?? false;
      }
    }
    return { json, hasWords };
  }

  private runs(text: Y.XmlText): Run[] {
    const delta = text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[];
    return delta.flatMap(({ insert, attributes = {} }) => {
      const all = Object.entries(attributes);
      const apart = apartIn(attributes);
      const own = all.filter(([name, value]) => this.isOwnMark(name, value));
      // to take a word out of one's own suggestion is to write it, and the other way round to take it away
      const isOwnText = own.some(
        ([name, value]) => markName(name) === 'insertion' && !apart.includes(markId(value)),
      );
      if (isOwnText) return [];
      const kept = all.filter(([name]) => markName(name) !== 'apart' && !own.some(([each]) => each === name));
      return [{ text: insert, marks: JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1))) }];
    });
  }

  private isOwnMark(name: string, value: unknown): boolean {
    return (
      /^(?:insertion|deletion)(?:--|$)/.test(name) &&
      typeof value === 'object' &&
      value !== null &&
      'id' in value &&
      typeof value.id === 'string' &&
      this.isOwn(value.id)
    );
  }
}

interface Run {
  text: string;
  marks: string;
}

const isRun = (value: unknown): value is Run =>
  typeof value === 'object' && value !== null && 'marks' in value;

const isSuggestion = (value: unknown): value is { id: string; op: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'op' in value;

/** Runs that are marked alike are one, however they were written. */
function addRun(json: unknown[], run: Run): void {
  const last = json.at(-1);
  if (isRun(last) && last.marks === run.marks)
    json[json.length - 1] = { ...last, text: last.text + run.text };
  else json.push(run);
}
