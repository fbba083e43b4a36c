const longest = 1500;
/** At most one folder before the word, and a language before that. */
const place = /^(?:\/(?:az|ru|en|hy))?(?:\/(?:[a-z]+|-))?\/([^/]+?)(?:\.html?)?\/?$/;
/** What may stand for a slug: in any alphabet, with the Armenian signs that stand inside words. */
const word = /^[\p{L}\p{M}\p{N}_ ՚-՟-]{4,120}$/u;

/**
 * The last word of an address that leads nowhere, if it may be that of a story or a list, as a reader would write it.
 * Addresses that programs try (wp-login.php, .env) have none.
 */
export function lostWord(path: string): string | null {
  const last = path.length > longest ? undefined : place.exec(path)?.[1];
  if (last === undefined) return null;
  try {
    const text = decodeURIComponent(last).normalize();
    return word.test(text) ? text : null;
  } catch {
    // a percent sign that encodes nothing
    return null;
  }
}
