import { isFault, KeptHere } from '#lib/api/api-error.ts';
import { same } from './same.ts';
import { whoChanged, type Change } from './who-changed.ts';

/** So many earlier states of a record are remembered, to tell who changed a part. */
const remembered = 20;

/** One value of a record that is edited and saved by itself. */
export interface Part<Thing, Patch, Value> {
  /** Names the part within its record. */
  key: string;
  /** What it is called on the page. */
  label?: () => string;
  read(thing: Thing): Value;
  /** What to send so that the part of `thing` becomes `value`. */
  patch(thing: Thing, value: Value): Patch;
  /** How a value is told to a person; empty for nothing. */
  show(value: Value): string;
}

/** How a record is saved and read again. `save` throws `CHANGED_MEANWHILE` when the version is old. */
export interface Keeper<Thing, Patch> {
  save: (thing: Thing, patch: Patch) => Promise<Thing>;
  again: (thing: Thing) => Promise<Thing>;
  /** Who made the version that a thing is in, where that is told. */
  changeOf?: (thing: Thing) => Change;
}

/** A value on its way, as a device keeps it. */
export interface ShelvedField {
  part: string;
  value: unknown;
  /** The saved value that the person had seen there. */
  seen: unknown;
}

/** Where values are kept until they are saved, should the page go before. */
export interface FieldShelf {
  /** False where the device could not keep it. */
  keep: (field: ShelvedField) => Promise<boolean>;
  drop: (part: string) => void;
  all: () => Promise<readonly ShelvedField[]>;
}

/** Two people changed the same part: both values, and the two ways out. */
export interface Conflict {
  key: string;
  mine: string;
  theirs: string;
  /** The name of who made it theirs, if that is known. */
  by: string | null;
  /** The values themselves, for what words alone don't tell. */
  values: { mine: unknown; theirs: unknown };
  keep: () => Promise<void>;
  take: () => void;
}

/** What somebody put into a part and is not saved. */
export interface NotKept {
  label: string;
  /** The value in words. */
  shown: string;
  /** Null where the person is asked which of two values it shall be. */
  error: unknown;
}

/** A value that could not be saved: it stays the person's, with the value that they had seen there before. */
interface Failed extends NotKept {
  value: unknown;
  seen: unknown;
  again: () => Promise<void>;
}

/** A value that is on its way, with the saved one that the person had seen there before. */
interface Sent {
  value: unknown;
  seen: unknown;
}

type ByKey<Value> = Readonly<Record<string, Value>>;

/**
 * A record whose parts are saved one by one, in the order they were changed. If somebody saved other parts
 * meanwhile, the change is put on top of theirs; if the same part, the person chooses, whether what the other
 * did was heard of before the change is sent or by the answer to it.
 */
export class SavedRecord<Thing, Patch> {
  #thing = $state.raw() as Thing;
  /** Its versions as they were seen here, the newest last. */
  #states: readonly Thing[] = [];
  state = $state<'idle' | 'saving' | 'saved'>('idle');
  #conflicts = $state.raw<ByKey<Conflict & { label: string }>>({});
  #failed = $state.raw<ByKey<Failed>>({});
  #sent = $state.raw<ByKey<Sent>>({});
  readonly #keeper: Keeper<Thing, Patch>;
  /** What each part became by the last change made here, and what the person had seen there before it. */
  readonly #own = new Map<string, Sent>();
  #last: Promise<void> = Promise.resolve();
  readonly #shelf: FieldShelf | null;
  #changing = 0;

  constructor(thing: Thing, keeper: Keeper<Thing, Patch>, shelf: FieldShelf | null = null) {
    this.#thing = thing;
    this.#states = [thing];
    this.#keeper = keeper;
    this.#shelf = shelf;
  }

  get thing(): Thing {
    return this.#thing;
  }
  set thing(next: Thing) {
    this.#thing = next;
    const { changeOf } = this.#keeper;
    if (!changeOf) return;
    const others = this.#states.filter((one) => changeOf(one).version !== changeOf(next).version);
    this.#states = [...others, next].slice(-remembered);
  }

  /** Goes on with what was put into these parts before the page went, and could not be saved. */
  async restore(parts: readonly Part<Thing, Patch, unknown>[]): Promise<void> {
    for (const { part: key, value, seen } of (await this.#shelf?.all()) ?? []) {
      const part = parts.find((one) => one.key === key);
      if (part && !this.#sent[key]) void this.#queue(part, value, seen);
    }
  }

  /** What the person wants a part to be: it is shown while it is on its way, and whether it could be saved or not. */
  wanted<Value>(part: Part<Thing, Patch, Value>): Value {
    const put = this.#sent[part.key] ?? this.#failed[part.key];
    return put ? (put.value as Value) : part.read(this.thing);
  }

  /**
   * Settles when the change is saved, is in conflict, or has come to nothing; never rejects. `before` is what the
   * person saw when they began to change it, where that may be another value than now.
   */
  change<Value>(
    part: Part<Thing, Patch, Value>,
    value: Value,
    before: Value = this.wanted(part),
  ): Promise<void> {
    return this.#queue(part, value, this.#seen(part, before));
  }

  /** Keeps a value that can't be sent beside the reason. */
  refuse<Value>(
    part: Part<Thing, Patch, Value>,
    value: Value,
    error: unknown,
    before: Value = this.wanted(part),
  ): void {
    this.#fail(part, value, this.#seen(part, before), error, () => Promise.resolve());
  }

  /** `KeptHere` is none: it only waits for the connection. */
  faultOf(key: string): unknown {
    return this.#failed[key]?.error ?? null;
  }

  conflictOf(key: string): Conflict | null {
    return this.#conflicts[key] ?? null;
  }

  /** Something that a person put here is not saved: it is on its way, was refused, or is to be chosen. */
  get isUnsaved(): boolean {
    return this.#changing > 0 || this.#notKept.length > 0;
  }

  /** Waits for what is on its way, tries once more what could not be saved, and tells what still is not. */
  async settle(): Promise<NotKept[]> {
    await this.#last;
    await Promise.all(Object.values(this.#failed).map(({ again }) => again()));
    return this.#notKept;
  }

  get #notKept(): NotKept[] {
    const conflicts = Object.values(this.#conflicts);
    return [
      ...Object.values(this.#failed),
      ...conflicts.map(({ label, mine }) => ({ label, shown: mine, error: null })),
    ];
  }

  /** The saved value that the person saw: what is on its way, or could not be saved, stood in its place. */
  #seen<Value>(part: Part<Thing, Patch, Value>, before: Value): Value {
    const put = [this.#sent[part.key], this.#failed[part.key]].find((one) => one && same(one.value, before));
    return put ? (put.seen as Value) : before;
  }

  #queue<Value>(part: Part<Thing, Patch, Value>, value: Value, seen: Value): Promise<void> {
    const sent: Sent = { value, seen };
    const kept = this.#shelf?.keep({ part: part.key, value, seen });
    this.#sent = { ...this.#sent, [part.key]: sent };
    this.#changing += 1;
    this.#last = this.#last
      .then(() => this.#change(part, value, seen, kept))
      .finally(() => {
        this.#changing -= 1;
        // another value may be on its way by now
        if (this.#sent[part.key] !== sent) return;
        this.#sent = without(this.#sent, part.key);
        if (!this.#failed[part.key] && !this.#conflicts[part.key]) this.#shelf?.drop(part.key);
      });
    return this.#last;
  }

  async #change<Value>(
    part: Part<Thing, Patch, Value>,
    value: Value,
    seen: Value,
    kept: Promise<boolean> | undefined,
  ): Promise<void> {
    this.#conflicts = without(this.#conflicts, part.key);
    if (same(part.read(this.thing), value)) {
      this.#failed = without(this.#failed, part.key);
      return;
    }
    if (this.#isOfAnother(part, seen)) return this.#ask(part, value);
    this.state = 'saving';
    try {
      await this.#save(part, value, seen);
      this.#failed = without(this.#failed, part.key);
    } catch (error) {
      const why = isFault(error, 'UNREACHABLE') && (await kept) ? new KeptHere(error) : error;
      this.#fail(part, value, seen, why, () => this.#queue(part, value, seen));
      this.state = 'idle';
    }
  }

  async #save<Value>(part: Part<Thing, Patch, Value>, value: Value, seen: Value): Promise<void> {
    try {
      this.thing = await this.#keeper.save(this.thing, part.patch(this.thing, value));
      this.#own.set(part.key, { value: part.read(this.thing), seen });
      this.state = 'saved';
    } catch (error) {
      if (!isFault(error, 'CHANGED_MEANWHILE')) throw error;
      this.thing = await this.#keeper.again(this.thing);
      const isDone = same(part.read(this.thing), value);
      if (isDone || !this.#isOfAnother(part, seen)) return this.#save(part, value, seen);
      this.#ask(part, value);
    }
  }

  /** The part is neither what the person saw nor what they made of just that themselves. */
  #isOfAnother<Value>(part: Part<Thing, Patch, Value>, seen: Value): boolean {
    const now = part.read(this.thing);
    const own = this.#own.get(part.key);
    return !same(now, seen) && !(own && same(now, own.value) && same(seen, own.seen));
  }

  #ask<Value>(part: Part<Thing, Patch, Value>, mine: Value): void {
    this.state = 'idle';
    this.#failed = without(this.#failed, part.key);
    const conflict = this.#conflictOver(part, mine, part.read(this.thing));
    this.#conflicts = { ...this.#conflicts, [part.key]: conflict };
  }

  #fail<Value>(
    part: Part<Thing, Patch, Value>,
    value: Value,
    seen: Value,
    error: unknown,
    again: () => Promise<void>,
  ): void {
    const failed = { label: part.label?.() ?? '', shown: part.show(value), error, value, seen, again };
    this.#failed = { ...this.#failed, [part.key]: failed };
  }

  #conflictOver<Value>(
    part: Part<Thing, Patch, Value>,
    mine: Value,
    theirs: Value,
  ): Conflict & { label: string } {
    const { changeOf } = this.#keeper;
    return {
      key: part.key,
      label: part.label?.() ?? '',
      mine: part.show(mine),
      theirs: part.show(theirs),
      by: changeOf ? whoChanged(this.#states, (thing) => part.read(thing), changeOf) : null,
      values: { mine, theirs },
      keep: () => this.#queue(part, mine, theirs),
      take: () => {
        this.#conflicts = without(this.#conflicts, part.key);
        this.#shelf?.drop(part.key);
      },
    };
  }
}

function without<Value>(all: ByKey<Value>, key: string): ByKey<Value> {
  if (!(key in all)) return all;
  const { [key]: _, ...rest } = all;
  return rest;
}
