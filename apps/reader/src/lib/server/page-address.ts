import { pageOfList, readPageCursor } from '#lib/front/page-cursor.ts';

/**
 * The address under which a page is stored: its path, and the cursor of an older page of a list. Whatever else a
 * request's query says is not part of the page. Null for a path that no page of this site can have.
 */
export function pageAddress(target: string): string | null {
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  if (!/^\/[A-Za-z0-9\-._~/]*$/.test(path) || path.includes('//') || /\/\.\.?(\/|$)/.test(path)) return null;
  const cursor = mark === -1 ? null : readPageCursor(new URLSearchParams(target.slice(mark + 1)));
  if (cursor === null || cursor.at.length > 200 || !takesCursor.test(path)) return path;
  return pageOfList(path, cursor);
}

const takesCursor = /^\/[a-z]{2}\/((section|region|topic|author)\/[a-z0-9-]+)?$/;
