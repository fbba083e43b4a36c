/** Which page of a list is asked for: what follows a story in time, or what came before it. */
export interface PageCursor {
  direction: 'older' | 'newer';
  at: string;
}

/** Null for the first page. */
export function readPageCursor(query: URLSearchParams): PageCursor | null {
  for (const direction of ['older', 'newer'] as const) {
    const at = query.get(direction);
    if (at !== null && at !== '') return { direction, at };
  }
  return null;
}

/** The address of a page of the list at `path`. */
export const pageOfList = (path: string, cursor: PageCursor | null): string =>
  cursor === null ? path : `${path}?${cursor.direction}=${encodeURIComponent(cursor.at)}`;
