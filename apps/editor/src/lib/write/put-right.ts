import { applyWithUnseen, letterName } from '@broadsheet/document/unseen-letters';
import type { RestoreNews } from '@broadsheet/types';
import type { Doc } from 'yjs';

type Late = Extract<RestoreNews, { type: 'late' }>;

/** Letters of this page that others had not seen when they rebuilt the lines they stood in. */
export class PutRight {
  readonly #doc: Doc;
  readonly #names = new Set<string>();

  constructor(doc: Doc) {
    this.#doc = doc;
  }

  /** Applies a change from elsewhere, and finds such letters their place. */
  apply(bytes: Uint8Array, origin: unknown): void {
    for (const name of applyWithUnseen(this.#doc, bytes, origin)) this.#names.add(name);
  }

  /** Whether all the letters that came too late for the newsroom have found a place here. */
  holds({ letters }: Late): boolean {
    return letters.every(({ client, clock, length }) =>
      Array.from({ length }, (_, at) => letterName(client, clock + at)).every((name) =>
        this.#names.has(name),
      ),
    );
  }
}
