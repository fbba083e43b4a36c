import { isFault } from '#lib/api/api-error.ts';
import { same } from './same.ts';

/** One value of a record that is edited and saved by itself. */
export interface Part<Thing, Patch, Value> {
  /** Names the part within its record. */
  key: string;
  /** What it is called on the page. */
  label?: () => string;
  read: (thing: Thing) => Value;
  /** What to send so that the part of `thing` becomes `value`. */
  patch: (thing: Thing, value: Value) => Patch;
  /** How a value is told to a person; empty for nothing. */
  show: (value: Value) => string;
}

/** How a record is saved and read again. `save` throws `CHANGED_MEANWHILE` when the version is old. */
export interface Keeper<Thing, Patch> {
  save: (thing: Thing, patch: Patch) => Promise<Thing>;
  again: (thing: Thing) => Promise<Thing>;
}

/** Two people changed the same part: both values, and the two ways out. */
export interface Conflict {
  key: string;
  mine: string;
  theirs: string;
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

type ByKey<Value> = Readonly<Record<string, Value>>;

/**
 * A record whose parts are saved one by one, in the order they were changed. If somebody saved other parts
 * meanwhile, the change is put on top of theirs; if the same part, the person chooses.
 */
export class SavedRecord<Thing, Patch> {
  thing = $state.raw() as Thing;
  state = $state<'idle' | 'saving' | 'saved'>('idle');
  #conflicts = $state.raw<ByKey<Conflict & { label: string }>>({});
  #failed = $state.raw<ByKey<Failed>>({});
  readonly #keeper: Keeper<Thing, Patch>;
  #last: Promise<void> = Promise.resolve();
  #changing = 0;

  constructor(thing: Thing, keeper: Keeper<Thing, Patch>) {
    this.thing = thing;
    this.#keeper = keeper;
  }

  /** What the person wants a part to be: it is shown, whether it could be saved or not. */
  wanted<Value>(part: Part<Thing, Patch, Value>): Value {
    const failed = this.#failed[part.key];
    return failed ? (failed.value as Value) : part.read(this.thing);
  }

  /** Settles when the change is saved, is in conflict, or has come to nothing; never rejects. */
  change<Value>(part: Part<Thing, Patch, Value>, value: Value): Promise<void> {
    return this.#queue(part, value, this.#seen(part));
  }

  /** Keeps a value that can't be sent beside the reason. */
  refuse<Value>(part: Part<Thing, Patch, Value>, value: Value, error: unknown): void {
    this.#fail(part, value, this.#seen(part), error, () => Promise.resolve());
  }

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

  #seen<Value>(part: Part<Thing, Patch, Value>): Value {
    const failed = this.#failed[part.key];
    return failed ? (failed.seen as Value) : part.read(this.thing);
  }

  #queue<Value>(part: Part<Thing, Patch, Value>, value: Value, seen: Value): Promise<void> {
    this.#changing += 1;
    this.#last = this.#last
      .then(() => this.#change(part, value, seen))
      .finally(() => {
        this.#changing -= 1;
      });
    return this.#last;
  }

  async #change<Value>(part: Part<Thing, Patch, Value>, value: Value, seen: Value): Promise<void> {
    this.#conflicts = without(this.#conflicts, part.key);
    if (same(part.read(this.thing), value)) {
      this.#failed = without(this.#failed, part.key);
      return;
    }
    this.state = 'saving';
    try {
      await this.#save(part, value, seen);
      this.#failed = without(this.#failed, part.key);
    } catch (error) {
      this.#fail(part, value, seen, error, () => this.#queue(part, value, seen));
      this.state = 'idle';
    }
  }

  async #save<Value>(part: Part<Thing, Patch, Value>, value: Value, seen: Value): Promise<void> {
    try {
      this.thing = await this.#keeper.save(this.thing, part.patch(this.thing, value));
      this.state = 'saved';
    } catch (error) {
      if (!isFault(error, 'CHANGED_MEANWHILE')) throw error;
      const fresh = await this.#keeper.again(this.thing);
      const theirs = part.read(fresh);
      this.thing = fresh;
      if (same(theirs, seen) || same(theirs, value)) return this.#save(part, value, theirs);
      this.state = 'idle';
      this.#conflicts = { ...this.#conflicts, [part.key]: this.#conflictOver(part, value, theirs) };
    }
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
    return {
      key: part.key,
      label: part.label?.() ?? '',
      mine: part.show(mine),
      theirs: part.show(theirs),
      values: { mine, theirs },
      keep: () => this.change(part, mine),
      take: () => {
        this.#conflicts = without(this.#conflicts, part.key);
      },
    };
  }
}

function without<Value>(all: ByKey<Value>, key: string): ByKey<Value> {
  if (!(key in all)) return all;
  const { [key]: _, ...rest } = all;
  return rest;
}
