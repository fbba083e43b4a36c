/** Told apart by name, as `ApiUnavailable` is. */
export const badQuestion = 'BadQuestion';

/** The API refused a question that a reader's address led to, such as a cursor that was made up. */
export class BadQuestion extends Error {
  override readonly name = badQuestion;
}
