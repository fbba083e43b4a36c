import type { HocuspocusProvider } from '@hocuspocus/provider';
import * as Y from 'yjs';

type Awareness = NonNullable<HocuspocusProvider['awareness']>;

interface Changed {
  added: number[];
  updated: number[];
  removed: number[];
}
type Listener = (changed: Changed, origin: unknown) => void;

/** A caret that moves with every key is told to the others so often, in milliseconds. */
const pause = 50;

/** The caret of this person, told to the others once it rests or in steps, and not at all where it was told already. */
export class OwnCaret {
  readonly #awareness: Awareness;
  #caret: unknown = undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
  }

  /** What this person says of themselves, with where the caret will have been told to be. */
  get state(): ReturnType<Awareness['getLocalState']> {
    const state = this.#awareness.getLocalState();
    return state && this.#timer !== undefined ? { ...state, cursor: this.#caret } : state;
  }

  tell(caret: unknown): void {
    this.#caret = caret;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const state = this.#awareness.getLocalState();
      const isTold = JSON.stringify(state?.['cursor'] ?? null) === JSON.stringify(this.#caret);
      if (state && !isTold) this.#awareness.setLocalStateField('cursor', this.#caret);
    }, pause);
  }
}

/**
 * What the carets of one field know of the awareness. A change of somebody's caret in another field, or of one's own, is
 * none for it: it would draw the field anew for nothing.
 */
export class CaretAwareness {
  readonly #awareness: Awareness;
  readonly #field: string;
  readonly #own: OwnCaret;
  /** Where the carets were that are drawn now. */
  readonly #drawn = new Map<number, unknown>();
  readonly #listeners = new Map<Listener, Listener>();

  constructor(awareness: Awareness, field: string, own: OwnCaret) {
    this.#awareness = awareness;
    this.#field = field;
    this.#own = own;
  }

  get clientID(): number {
    return this.#awareness.clientID;
  }

  get states(): Awareness['states'] {
    return this.#awareness.states;
  }

  /** Asked by whoever draws. */
  getStates(): Awareness['states'] {
    const states = this.#awareness.getStates();
    this.#drawn.clear();
    for (const [client, state] of states) this.#drawn.set(client, cursorOf(state));
    return states;
  }

  getLocalState(): ReturnType<Awareness['getLocalState']> {
    return this.#own.state;
  }

  setLocalStateField(name: string, value: unknown): void {
    if (name === 'cursor') this.#own.tell(value);
    else this.#awareness.setLocalStateField(name, value);
  }

  on(event: 'change' | 'update', listener: Listener): void {
    const heard: Listener =
      event === 'change' ? (...all) => this.#concerns(all[0]) && listener(...all) : listener;
    this.#listeners.set(listener, heard);
    this.#awareness.on(event, heard);
  }

  off(event: 'change' | 'update', listener: Listener): void {
    const heard = this.#listeners.get(listener);
    if (heard) this.#awareness.off(event, heard);
    this.#listeners.delete(listener);
  }

  #concerns({ added, updated, removed }: Changed): boolean {
    return [...added, ...updated, ...removed].some(
      (client) =>
        client !== this.clientID &&
        (this.#isHere(cursorOf(this.states.get(client))) || this.#isHere(this.#drawn.get(client))),
    );
  }

  /** Whether a caret stands in the field. Whatever a client says, it breaks nothing here. */
  #isHere(cursor: unknown): boolean {
    if (!cursor) return false;
    try {
      const { doc } = this.#awareness;
      const head = Y.createRelativePositionFromJSON((cursor as { head: unknown }).head);
      let type = Y.createAbsolutePositionFromRelativePosition(head, doc)?.type;
      while (type?._item) type = type._item.parent as typeof type;
      return type === doc.getXmlFragment(this.#field);
    } catch {
      return false;
    }
  }
}

const cursorOf = (state: unknown): unknown => (state as { cursor?: unknown } | null | undefined)?.cursor;
