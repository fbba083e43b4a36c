/**
 * The name under which a page may be kept on a reader's device: its path. Null for what is never kept: previews,
 * searches, older pages of a list, feeds and files, other sites, and what belongs to no language.
 */
export function keptAddress(url: URL, origin: string): string | null {
  const isOneOfMany = ['older', 'newer', 'q'].some((name) => url.searchParams.has(name));
  if (url.origin !== origin || isOneOfMany) return null;
  // the site leads /az to /az/
  const path = url.pathname.replace(/^\/(az|ru|en|hy)$/, '$&/');
  return /^\/(az|ru|en|hy)\/((news|live|section|region|topic|author)\/[a-z0-9-]+)?$/.test(path) ? path : null;
}

/** The language of a page's address; null outside the four. */
export const languageOfPath = (path: string): string | null =>
  /^\/(az|ru|en|hy)(?=\/|$)/.exec(path)?.[1] ?? null;

/** The name under which a picture is kept: one file stands for all its widths. Null for what is no picture. */
export const keptPicture = (path: string): string | null => /^\/media\/[\w-]+(?=\/)/.exec(path)?.[0] ?? null;
