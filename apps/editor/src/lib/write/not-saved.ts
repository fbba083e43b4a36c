import type { Refusal } from './save-state.ts';

/** The last words could not be stored before something that needs them. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved';
  readonly refusal: Refusal | null;

  constructor(refusal: Refusal | null) {
    super(`The last edits are not stored: ${refusal ?? 'the connection is lost'}.`);
    this.refusal = refusal;
  }
}
