import type { EditorState } from '@tiptap/pm/state';
import { apartFrom, suggestionId, suggestionMarks } from './suggestion-marks.ts';

/** Whose suggestions these are. */
export interface Suggester {
  isMine: (id: string) => boolean;
  /** A new id, entered as this person's. */
  newId: () => string;
}

/** The change can't be kept as a suggestion; nothing was done. */
export class CannotSuggest extends Error {
  override readonly name = 'CannotSuggest';
  readonly reason: 'taken' | 'shape';

  /** @param reason `taken`: another suggestion stands on the block; `shape`: no suggestion can say this */
  constructor(reason: 'taken' | 'shape') {
    super(reason);
    this.reason = reason;
  }
}

/** The id for one transaction, asked for when it is needed; suggestions of one's own that it touches go on. */
export class OneId {
  readonly isMine: (id: string) => boolean;
  private id: string | null = null;
  private readonly make: () => string;

  constructor({ isMine, newId }: Suggester) {
    this.isMine = isMine;
    this.make = newId;
  }

  get value(): string {
    this.id ??= this.make();
    return this.id;
  }

  /** Goes on with a suggestion beside the range, if it is this person's. */
  continueAt(state: EditorState, from: number, to: number): void {
    const apart = new Set<string>();
    state.doc.nodesBetween(from, to, ({ marks }) => {
      for (const id of apartFrom(marks)) apart.add(id);
    });
    if (this.id !== null && !apart.has(this.id)) return;
    const near = [state.doc.resolve(from).nodeBefore, state.doc.resolve(to).nodeAfter];
    const ids = near.flatMap((node) => (node?.isText ? suggestionMarks(node).map(suggestionId) : []));
    this.id = ids.find((id) => this.isMine(id) && !apart.has(id)) ?? null;
  }
}
