/** Raised when words come to stand under other keys: every entry of an older version is made anew. */
export const searchVersion = 3;
