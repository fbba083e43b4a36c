import type { Language } from '@broadsheet/types';
import { pageOfList, readPageCursor } from '#lib/front/page-cursor.ts';
import { lostWord } from '#lib/search/lost-word.ts';
import { readSearch, searchPath } from '#lib/search/search-address.ts';

/**
 * The address under which a page is stored: its path, the cursor of an older page of a list, what a search asks for. Whatever else a
 * request's query says is not part of the page. Null for a path that no page of this site can have.
 */
export function pageAddress(target: string): string | null {
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  if (!/^\/[A-Za-z0-9\-._~/]*$/.test(path) || path.includes('//') || /\/\.\.?(\/|$)/.test(path)) return null;
  const [, language, kind] = takesQuestion.exec(path) ?? [];
  if (kind) {
    const asked = readSearch(new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1)));
    return kind === 'search'
      ? searchPath(language as Language, asked)
      : `${path}?${new URLSearchParams({ q: asked.q }).toString()}`;
  }
  const cursor = mark === -1 ? null : readPageCursor(new URLSearchParams(target.slice(mark + 1)));
  if (cursor === null || cursor.at.length > 200 || !takesCursor.test(path)) return path;
  return pageOfList(path, cursor);
}

/**
 * An address without a page for a path that no page can have: in the language that the reader asked for, with the word
 * by which what was meant is looked for.
 */
export function nowhere(target: string): string {
  const [path = ''] = target.split('?', 1);
  const language = /^\/(az|ru|en|hy)(?=\/)/.exec(path)?.[0] ?? '';
  return `${language}/-/${encodeURIComponent(lostWord(path) ?? '-')}`;
}

/** Whether an address, as `pageAddress` gave it, is what somebody typed: there is no end to these. */
export const isQuestion = (address: string): boolean =>
  address.includes('?') && takesQuestion.test(address.split('?')[0] ?? '');

const takesQuestion = /^\/(az|ru|en|hy)\/(search|suggestions)$/;
const takesCursor = /^\/[a-z]{2}\/((section|region|topic|author)\/[a-z0-9-]+)?$/;
