import * as Y from 'yjs';
import type { Writer } from '../../apps/api/test/collaboration/writer.ts';
import { seeded } from '../search/zipf-corpus.ts';
import { isLive } from './document-places.ts';
import type { BenchPerson } from './newsroom-people.ts';

/** Something that stands on every page once it has come there. */
export interface Mark {
  number: number;
  /** When it was written, in milliseconds since 1970. */
  at: number;
}

const letters = 'etaoinshrdl ';

/**
 * Somebody else at work in an article: types here and there, a letter at a time, sometimes takes one back, and shows
 * a caret as a page does.
 */
export class Colleague {
  readonly writer: Writer;
  /** Milliseconds from each edit to its acknowledgement. */
  readonly waits: number[] = [];
  readonly #random: () => number;
  readonly #pause: number;
  #unacknowledged: number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #due = 0;
  #line: Y.XmlText | undefined;
  #caret = 0;
  #marks = 0;

  constructor(writer: Writer, person: BenchPerson, keysPerSecond: number, seed: number) {
    this.writer = writer;
    this.#random = seeded(seed);
    this.#pause = 1000 / keysPerSecond;
    const { id, name, colour } = person;
    const user = { id, name, colour, client: writer.ydoc.clientID, color: '#1b6b52' };
    writer.provider.setAwarenessField('user', user);
    writer.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (number === 0) this.#acknowledged();
    });
  }

  /** Types by the clock: who was held up types faster until they have caught up. */
  begin(): void {
    this.#due = performance.now();
    this.#goOn();
  }

  /** One key. */
  key(): void {
    this.#unacknowledged.push(performance.now());
    if (!this.#line || !isLive(this.#line) || this.#random() < 0.03) this.#sitDown(this.#someLine());
    const line = this.#line;
    if (!line) return;
    const at = Math.min(this.#caret, line.length);
    if (at > 1 && this.#random() < 0.1) {
      line.delete(at - 1, 1);
      this.#showCaret(line, at - 1);
    } else {
      line.insert(at, letters[Math.floor(this.#random() * letters.length)] ?? ' ');
      this.#showCaret(line, at + 1);
    }
  }

  /** Writes a mark into the text; no two have the same number. */
  mark(): Mark {
    const line = this.#someLine();
    const mark = { number: this.#marks++, at: performance.timeOrigin + performance.now() };
    line.insert(line.length, ` ⟦${mark.number}⟧`);
    this.#showCaret(line, line.length);
    // goes on elsewhere, so that no Backspace takes the mark before it was seen
    this.#line = undefined;
    return mark;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  leave(): void {
    this.stop();
    this.writer.leave();
  }

  #goOn(): void {
    this.#due += this.#pause * (0.5 + this.#random());
    this.#timer = setTimeout(
      () => {
        this.key();
        this.#goOn();
      },
      Math.max(0, this.#due - performance.now()),
    );
  }

  #acknowledged(): void {
    const now = performance.now();
    this.waits.push(...this.#unacknowledged.map((at) => now - at));
    this.#unacknowledged = [];
  }

  #sitDown(line: Y.XmlText): void {
    this.#line = line;
    this.#caret = Math.floor(this.#random() * (line.length + 1));
  }

  #showCaret(line: Y.XmlText, index: number): void {
    [this.#line, this.#caret] = [line, index];
    const place = Y.createRelativePositionFromTypeIndex(line, index);
    this.writer.provider.setAwarenessField('cursor', { anchor: place, head: place });
  }

  #someLine(): Y.XmlText {
    const lines = this.writer.ydoc
      .getXmlFragment('body')
      .toArray()
      .map((block) => (block instanceof Y.XmlElement && block.nodeName === 'paragraph' ? block.get(0) : null))
      .filter((line) => line instanceof Y.XmlText);
    const line = lines[Math.floor(this.#random() * lines.length)];
    if (!line) throw new Error('The article has no paragraph to write in');
    return line;
  }
}
