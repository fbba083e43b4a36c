import { getState, parseUpdateMeta, type Doc } from 'yjs';

/**
 * So long others may not have had what the newsroom has, in milliseconds; nobody reads a letter and acts on it in less.
 * Longer, and what others saw and settled would be put in once more.
 */
const onTheirWay = 300;

/** Sees to it that letters of this page stay among their words, whatever others do to the line while they do not see them. */
export class Unseen {
  readonly #doc: Doc;
  #end: () => void = () => undefined;
  #isOver = false;
  /** Letters that pages before this one left on this device, by client and clock. */
  #found = new Map<number, number>();
  /** Up to which clock of ours the newsroom had everything, and since when. */
  #stored: { clock: number; at: number }[] = [];
  #asked = 0;

  constructor(doc: Doc) {
    this.#doc = doc;
    // fetched while the text comes: there is nothing unseen before somebody writes
    void import('@broadsheet/document/unseen-letters').then(
      ({ keepUnseenLetters }) => {
        if (!this.#isOver) this.#end = keepUnseenLetters(doc, () => this.clocks(performance.now()));
      },
      () => undefined,
    );
  }

  /** These edits are on this device and nowhere else. */
  found(updates: readonly Uint8Array[]): void {
    for (const bytes of updates)
      for (const [client, clock] of parseUpdateMeta(bytes).from)
        this.#found.set(client, Math.min(clock, this.#found.get(client) ?? Infinity));
  }

  /** The newsroom is asked whether it has everything. */
  asked(): void {
    this.#asked = getState(this.#doc.store, this.#doc.clientID);
  }

  /** It has everything that was there when it was asked. */
  stored(at: number): void {
    this.#stored.push({ clock: this.#asked, at });
  }

  /** From which clock on others may not have seen letters of ours, by client. */
  clocks(now: number): Map<number, number> {
    const seen = this.#stored.findLastIndex(({ at }) => now - at > onTheirWay);
    if (seen > 0) this.#stored.splice(0, seen);
    if (seen >= 0) this.#found.clear();
    const clock = seen >= 0 ? (this.#stored[0]?.clock ?? 0) : 0;
    return new Map([...this.#found, [this.#doc.clientID, clock]]);
  }

  destroy(): void {
    this.#isOver = true;
    this.#end();
  }
}
