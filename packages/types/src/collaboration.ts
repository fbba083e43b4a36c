import { z } from 'zod';
import { id, instant } from './common.ts';
import { revisionReason } from './revisions.ts';

/** Path of the collaboration socket on the API. The document's name is the article's id. */
export const collaborationPath = '/api/collaboration';

/** The Y.Doc's fragments. */
export const fragments = ['headline', 'standfirst', 'body'] as const;
export type Fragment = (typeof fragments)[number];

/**
 * Sent as the provider's token (JSON): the session is the cookie, so the token carries only the version of the document
 * schema that this client was built with. An older client is told to reload before it can delete what it does not know.
 */
export const handshake = z.strictObject({ schemaVersion: z.int() });
export type Handshake = z.infer<typeof handshake>;

/**
 * Stateless messages. `saved?` asks for an echo: the server's queue per connection is serial, so its answer means that
 * every edit before it is stored. Only this may turn the save state to "Saved".
 */
export const clientMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('saved?'), n: z.int() }),
]);
export type ClientMessage = z.infer<typeof clientMessage>;
export const serverMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('saved'), n: z.int() }),
  /** Status, slug or shared fields changed: fetch the article and the story again. */
  z.strictObject({ type: z.literal('changed') }),
  /** Somebody commented, answered or resolved: fetch the threads again. */
  z.strictObject({ type: z.literal('comments') }),
  /** Somebody put a version in the place of the text. What stood there is the version `keptId`. */
  z.strictObject({
    type: z.literal('restored'),
    by: z.strictObject({ id, name: z.string() }),
    at: instant,
    version: z.strictObject({ name: z.string().nullable(), reason: revisionReason, createdAt: instant }),
    keptId: id,
  }),
  /**
   * This person's words came after the text they were written in was replaced: they are in the version `keptId`. Which
   * letters, by the numbers that Yjs gave them: the page may have found another place for them.
   */
  z.strictObject({
    type: z.literal('late'),
    keptId: id,
    letters: z.array(z.strictObject({ client: z.int(), clock: z.int(), length: z.int() })),
  }),
]);
export type ServerMessage = z.infer<typeof serverMessage>;
/** What the editor is told of a version that took the place of the text. */
export type RestoreNews = Extract<ServerMessage, { type: 'restored' | 'late' }>;

/** Close codes of the socket beyond RFC 6455. */
export const closeCodes = {
  /** The database is away: keep the edits, come back later. */
  notStored: 4500,
  /** Not signed in, or the session ended. */
  signedOut: 4401,
  /** May not read this article (any longer). */
  forbidden: 4403,
  /** The client's document schema is older than the server's: reload. */
  reload: 4409,
} as const;
