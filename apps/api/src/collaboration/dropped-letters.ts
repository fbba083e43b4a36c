import * as Y from 'yjs';

/** Letters by the numbers that Yjs gives them: so many of a client from a clock on. */
export interface LetterRange {
  client: number;
  clock: number;
  length: number;
}

/**
 * Letters of an update that are nowhere though it is applied: what they were written into was taken away by somebody else
 * before they came. What the writer took back is not among them.
 */
export function droppedLetters(ydoc: Y.Doc, bytes: Uint8Array): LetterRange[] {
  const { structs, ds } = Y.decodeUpdate(bytes);
  return structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [];
    const { id, length } = struct;
    if (Y.isDeleted(ds, id) || Y.getState(ydoc.store, id.client) < id.clock + length) return [];
    return stand(ydoc, { ...id, length }) ? [] : [{ client: id.client, clock: id.clock, length }];
  });
}

/** Whether the first of the letters is in the text. */
export function stand({ store }: Y.Doc, { client, clock }: LetterRange): boolean {
  if (Y.getState(store, client) <= clock) return false;
  // what is gone with all that was around it is no item any more
  const struct: unknown = Y.getItem(store, Y.createID(client, clock));
  return struct instanceof Y.Item && !struct.deleted;
}
