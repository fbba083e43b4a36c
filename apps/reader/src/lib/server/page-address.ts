/**
 * The address under which a page is stored: its path, and the cursor of an older page of a list. Whatever else a
 * request's query says is not part of the page. Null for a path that no page of this site can have.
 */
export function pageAddress(target: string): string | null {
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  if (!/^\/[A-Za-z0-9\-._~/]*$/.test(path) || path.includes('//') || /\/\.\.?(\/|$)/.test(path)) return null;
  const older = mark === -1 ? null : new URLSearchParams(target.slice(mark + 1)).get('older');
  if (older === null || older === '' || older.length > 200 || !takesCursor.test(path)) return path;
  return `${path}?older=${encodeURIComponent(older)}`;
}

const takesCursor = /^\/[a-z]{2}\/((section|region|topic|author)\/[a-z0-9-]+)?$/;
