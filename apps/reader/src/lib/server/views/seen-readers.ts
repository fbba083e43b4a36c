import { createHmac, randomBytes } from 'node:crypto';

const hour = 3_600_000;
/** Four megabytes: room for a million readings an hour. */
const slots = 1 << 20;
/** Different readers of one story that one network may have in an hour: an office, not a machine that poses as one. */
const perStory = 60;
/** Readings that one network may have in an hour; behind one address of a mobile network there are many readers. */
const perNetwork = 20_000;
const limitSlots = 1 << 16;

/**
 * Who read what in this hour, without knowing who: a fingerprint under a random key that exists only here and only for
 * an hour. A table of fixed size: when it is crowded, old entries give way, and what could be lost is that a reading is
 * not counted twice. Two readings never look alike but by a chance of one in billions.
 */
export class SeenReaders {
  readonly #seen = new Uint32Array(slots);
  readonly #storyCounts = new Uint8Array(limitSlots);
  readonly #networkCounts = new Uint16Array(limitSlots);
  readonly #now: () => number;
  #key = randomBytes(32);
  #hour = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Whether this reading is the first of this reader and story in this hour, and none of a flood. */
  isFirst(articleId: string, network: string, userAgent: string): boolean {
    this.#turnHour();
    const reader = this.#digest(network, userAgent, articleId);
    const slot = reader.readUInt32LE(0) % slots;
    const print = reader.readUInt32LE(4);
    if (this.#seen[slot] === print) return false;
    const place = this.#digest(network, articleId);
    return (
      raise(this.#networkCounts, this.#digest(network).readUInt32LE(0), perNetwork) &&
      raise(this.#storyCounts, place.readUInt32LE(0), perStory) &&
      this.#remember(slot, print)
    );
  }

  #remember(slot: number, print: number): true {
    this.#seen[slot] = print;
    return true;
  }

  #turnHour(): void {
    const now = Math.floor(this.#now() / hour);
    if (now === this.#hour) return;
    this.#hour = now;
    this.#key = randomBytes(32);
    for (const table of [this.#seen, this.#storyCounts, this.#networkCounts]) table.fill(0);
  }

  #digest(...parts: string[]): Buffer {
    return createHmac('sha256', this.#key).update(parts.join('\n')).digest();
  }
}

/** Counts one more in a slot, unless it is full. Those who share a slot by chance share its room. */
function raise(counts: Uint8Array | Uint16Array, hash: number, most: number): boolean {
  const slot = hash % counts.length;
  const count = counts[slot] ?? 0;
  if (count >= most) return false;
  counts[slot] = count + 1;
  return true;
}
