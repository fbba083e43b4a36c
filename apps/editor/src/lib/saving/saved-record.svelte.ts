import { isFault } from '#lib/api/api-error.ts';
import { same } from './same.ts';

/** One value of a record that is edited and saved by itself. */
export interface Part<Thing, Patch, Value> {
  /** Names the part within its record. */
  key: string;
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
  keep: () => Promise<void>;
  take: () => void;
}

/**
 * A record whose parts are saved one by one, in the order they were changed. If somebody saved other parts
 * meanwhile, the change is put on top of theirs; if the same part, the person chooses.
 */
export class SavedRecord<Thing, Patch> {
  thing = $state.raw() as Thing;
  state = $state<'idle' | 'saving' | 'saved'>('idle');
  conflict = $state.raw<Conflict | null>(null);
  /** The last fault and the part it came from. */
  fault = $state.raw<{ key: string; error: unknown } | null>(null);
  readonly #keeper: Keeper<Thing, Patch>;
  #last: Promise<void> = Promise.resolve();

  constructor(thing: Thing, keeper: Keeper<Thing, Patch>) {
    this.thing = thing;
    this.#keeper = keeper;
  }

  /** Settles when the change is saved, is in conflict, or has come to nothing; never rejects. */
  change<Value>(part: Part<Thing, Patch, Value>, value: Value): Promise<void> {
    const seen = this.thing;
    this.#last = this.#last.then(() => this.#change(part, value, part.read(seen)));
    return this.#last;
  }

  faultOf(key: string): unknown {
    return this.fault?.key === key ? this.fault.error : null;
  }

  conflictOf(key: string): Conflict | null {
    return this.conflict?.key === key ? this.conflict : null;
  }

  async #change<Value>(part: Part<Thing, Patch, Value>, value: Value, seen: Value): Promise<void> {
    if (this.conflict?.key === part.key) this.conflict = null;
    if (same(part.read(this.thing), value)) return;
    this.state = 'saving';
    this.fault = null;
    try {
      await this.#save(part, value, seen);
    } catch (error) {
      this.fault = { key: part.key, error };
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
      this.conflict = this.#conflictOver(part, value, theirs);
    }
  }

  #conflictOver<Value>(part: Part<Thing, Patch, Value>, mine: Value, theirs: Value): Conflict {
    return {
      key: part.key,
      mine: part.show(mine),
      theirs: part.show(theirs),
      keep: () => this.change(part, mine),
      take: () => {
        this.conflict = null;
      },
    };
  }
}
