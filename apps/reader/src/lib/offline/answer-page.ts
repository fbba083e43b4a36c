import { keptAddress, languageOfPath } from './kept-address.ts';
import { keptDate } from './kept-date.ts';
import {
  findKept,
  forgetPage,
  keepPage,
  keepShell,
  listKept,
  renewSaved,
  trimSeen,
  type Shelf,
} from './kept-pages.ts';
import { withKeptDate } from './page-text.ts';

export interface PageAsked {
  url: URL;
  /** The page from the network; rejects when there is none. */
  ask: () => Promise<Response>;
  /** Work that the reader does not wait for. */
  later: (work: Promise<unknown>) => void;
  /** Whether the reader asked to spare the connection: then nothing is fetched that was not asked for. */
  sparesData: boolean;
}

const mostSeen = { pages: 30, bytes: 4_000_000 };
/** Milliseconds after which a copy that is here comes before a connection that is hardly there. */
const patience = 6000;
const shellAge = 24 * 3600_000;
const shelves = ['saved', 'seen'] as const;

/** The network first; where it fails, the copy that is kept, with its date; where there is none, the page that says so. */
export async function answerPage(asked: PageAsked): Promise<Response> {
  const path = await placeOf(asked.url);
  try {
    const answer = await askWithPatience(asked, path);
    if (answer.status >= 500) return (path !== null && (await datedCopy(path))) || answer;
    if (path !== null) asked.later(note(path, answer.clone(), asked));
    return answer;
  } catch {
    return (await datedCopy(path ?? '')) ?? (await shellPage(asked.url.pathname)) ?? Response.error();
  }
}

/** The path of the copy that stands for an address. For the domain itself, that is the front which was seen last. */
async function placeOf(url: URL): Promise<string | null> {
  return url.pathname === '/' ? newest('seen', /^\/[a-z]+\/$/) : keptAddress(url, url.origin);
}

async function newest(shelf: Shelf, form: RegExp): Promise<string | null> {
  return (await listKept(shelf)).find(({ path }) => form.test(path))?.path ?? null;
}

/** While a copy is here, a silent network counts as none. */
async function askWithPatience({ ask }: PageAsked, path: string | null): Promise<Response> {
  const answer = ask();
  if (path === null || !(await hasCopy(path))) return answer;
  // a failure after the copy was shown has nobody to hear of it
  answer.catch(() => undefined);
  const silence = new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(new Error('The network is silent.'));
    }, patience);
  });
  return Promise.race([answer, silence]);
}

async function hasCopy(path: string): Promise<boolean> {
  for (const shelf of shelves) if (await findKept(shelf, path)) return true;
  return false;
}

/** Keeps what came, forgets what was withdrawn. */
async function note(path: string, answer: Response, { later, sparesData }: PageAsked): Promise<void> {
  if (answer.status === 410) for (const shelf of shelves) await forgetPage(shelf, path);
  const isPage = answer.status === 200 && !answer.redirected;
  if (!isPage || /no-store/.test(answer.headers.get('cache-control') ?? '')) return;
  if (!(await renewSaved(path, answer.clone(), sparesData))) {
    await keepPage('seen', path, answer, { isSparing: sparesData });
    await trimSeen(mostSeen);
  }
  if (!sparesData) later(keepShell(path, shellAge));
}

async function datedCopy(path: string): Promise<Response | null> {
  for (const shelf of shelves) {
    const kept = await findKept(shelf, path);
    const dated =
      kept && withKeptDate(await kept.answer.text(), keptDate(kept.keptAt, languageOfPath(path) ?? 'en'));
    if (kept && dated !== null) return new Response(dated, { headers: kept.answer.headers });
  }
  return null;
}

/**
 * The list of saved stories reads offline as it is; any other page gives way to the one for no connection, if need be in
 * another language than its own.
 */
async function shellPage(path: string): Promise<Response | null> {
  const kept = await findKept('shell', path);
  if (kept) return kept.answer;
  const language = languageOfPath(path) ?? '';
  const own = await findKept('shell', `/${language}/offline`);
  const offline = own ?? (await findKept('shell', (await newest('shell', /\/offline$/)) ?? ''));
  return offline && new Response(offline.answer.body, { status: 503, headers: offline.answer.headers });
}
