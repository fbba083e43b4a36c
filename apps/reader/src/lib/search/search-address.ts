import { earliestDay, type Language, type SearchOrder } from '@broadsheet/types';

export const periods = ['week', 'year'] as const;
/** Filters that take several choices. */
const choosable = ['section', 'region', 'author'] as const;
export type Period = (typeof periods)[number];

/** What the address of a search page asks for; what is not asked for is empty. */
export interface SearchAsked {
  q: string;
  /** Slugs, in the order of the alphabet; any of them will do. */
  section: readonly string[];
  region: readonly string[];
  author: readonly string[];
  /** Days, YYYY-MM-DD. */
  from: string;
  to: string;
  period: Period | '';
  sort: SearchOrder;
  /** Cursor of a later page. */
  after: string;
}

const longestQuery = 200;
/** Of one filter; more choices are not looked at. */
const mostChosen = 12;
const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const cursor = /^[\w-]{1,200}$/;

/** Reads what a reader, a form or a made-up address asks for: what can't be meant is left out. */
export function readSearch(query: URLSearchParams): SearchAsked {
  const value = (name: string, allowed: RegExp) => {
    const text = query.get(name) ?? '';
    return text.length <= 200 && allowed.test(text) ? text : '';
  };
  const values = (name: string) =>
    [...new Set(query.getAll(name))]
      .filter((text) => text.length <= 200 && slug.test(text))
      .sort()
      .slice(0, mostChosen);
  return {
    q: (query.get('q') ?? '')
      .slice(0, longestQuery)
      .toWellFormed()
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    section: values('section'),
    region: values('region'),
    author: values('author'),
    from: readDay(query.get('from')),
    to: readDay(query.get('to')),
    period: periods.find((each) => each === query.get('period')) ?? '',
    sort: query.get('sort') === 'date' ? 'date' : 'relevance',
    after: value('after', cursor),
  };
}

function readDay(text: string | null): string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text) || text < earliestDay) return '';
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : '';
}

/** The one address of a search: equal questions have equal ones. */
export function searchPath(language: Language, asked: Partial<SearchAsked>): string {
  const query = new URLSearchParams();
  if (asked.q) query.set('q', asked.q);
  for (const name of choosable) for (const value of asked[name] ?? []) query.append(name, value);
  for (const name of ['period', 'from', 'to', 'after'] as const)
    if (asked[name]) query.set(name, asked[name]);
  if (asked.sort === 'date') query.set('sort', 'date');
  const text = query.toString();
  return `/${language}/search${text === '' ? '' : `?${text}`}`;
}

/** Whether anything but the words narrows a search. */
export const isNarrowed = (asked: SearchAsked): boolean =>
  ([...choosable, 'from', 'to', 'period'] as const).some((name) => asked[name].length > 0);
