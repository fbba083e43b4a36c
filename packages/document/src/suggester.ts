import type { ResolvedPos } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { apartFrom, suggestionId, suggestionMarks, suggestionOf } from './suggestion-marks.ts';

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

  goOn(id: string): void {
    this.id = id;
  }

  /** Goes on with a suggestion beside the range, if it is this person's. */
  continueAt(state: EditorState, from: number, to: number): void {
    const $from = state.doc.resolve(from);
    this.go(state, from, to, () => {
      const near = [$from.nodeBefore, state.doc.resolve(to).nodeAfter];
      const beside = near.flatMap((node) => (node?.isText ? suggestionMarks(node).map(suggestionId) : []));
      const apart = near.flatMap((node) => apartFrom(node?.marks ?? []));
      return [...beside, ...addedAround($from).filter((id) => !apart.includes(id))];
    });
  }

  /** Goes on with this person's words that are to look otherwise; how others look is a matter of its own. */
  continueIn(state: EditorState, from: number, to: number): void {
    this.go(state, from, to, () => {
      const ids: string[] = [];
      state.doc.nodesBetween(from, to, (node) => {
        for (const mark of suggestionMarks(node))
          if (mark.type.name === 'insertion') ids.push(suggestionId(mark));
      });
      return ids;
    });
  }

  private go(state: EditorState, from: number, to: number, near: () => readonly string[]): void {
    const apart = new Set<string>();
    state.doc.nodesBetween(from, to, ({ marks }) => {
      for (const id of apartFrom(marks)) apart.add(id);
    });
    if (this.id !== null && !apart.has(this.id)) return;
    this.id = near().find((id) => this.isMine(id) && !apart.has(id)) ?? null;
  }
}

/** What adds the blocks that a place stands in, the inner first. */
function addedAround($at: ResolvedPos): string[] {
  const ids: string[] = [];
  for (let depth = $at.depth; depth > 0; depth--) {
    const suggestion = suggestionOf($at.node(depth));
    if (suggestion?.op === 'insert') ids.push(suggestion.id);
  }
  return ids;
}
