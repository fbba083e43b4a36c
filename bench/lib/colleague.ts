import * as Y from 'yjs';
import { type Writer } from '../../apps/api/test/collaboration/writer.ts';
import { seeded } from '../search/zipf-corpus.ts';

/** Somebody else at work in an article: types here and there, a letter at a time, and sometimes takes one back. */
export class Colleague {
  readonly writer: Writer;
  readonly #random: () => number;
  readonly #pause: number;
  #timer: NodeJS.Timeout | undefined;
  #line: Y.XmlText | undefined;

  constructor(writer: Writer, keysPerSecond: number, seed: number) {
    this.writer = writer;
    this.#random = seeded(seed);
    this.#pause = 1000 / keysPerSecond;
  }

  begin(): void {
    this.#timer = setTimeout(
      () => {
        this.#key();
        this.begin();
      },
      this.#pause * (0.5 + this.#random()),
    );
  }

  /** Writes a mark and says when, in milliseconds since 1970. */
  mark(number: number): number {
    const line = this.#someLine();
    const at = performance.timeOrigin + performance.now();
    line.insert(line.length, ` ⟦${number}⟧`);
    return at;
  }

  leave(): void {
    clearTimeout(this.#timer);
    this.writer.leave();
  }

  #key(): void {
    if (this.#line === undefined || this.#random() < 0.03) this.#line = this.#someLine();
    const { length } = this.#line;
    if (length > 1 && this.#random() < 0.1) this.#line.delete(length - 1, 1);
    else this.#line.insert(length, this.#random() < 0.2 ? ' ' : 'e');
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
