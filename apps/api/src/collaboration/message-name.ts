const nameLength = 36;
/** One spelling only, so that an article has one document in a process. */
const articleName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether a message of the socket is for an article, and for nothing beside it. Hocuspocus looks names up in plain
 * objects, where `__proto__` is always found, and takes `name\0session` for one more connection to the same document,
 * of which we would watch the last alone. The name comes first in every message, its length before it.
 */
export const isForArticle = (message: Buffer): boolean =>
  message[0] === nameLength && articleName.test(message.toString('latin1', 1, 1 + nameLength));
