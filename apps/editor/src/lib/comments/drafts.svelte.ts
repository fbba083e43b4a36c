import type { Colleague } from '@broadsheet/types';
import { askBeforeLeaving } from '#lib/desk/leaving.ts';
import type { ChosenPlace } from './comment-place.ts';
import { withIds } from './mention-draft.ts';

/** What somebody writes in a comment and has not sent. The tab keeps it when the page is loaded anew. */
export class Draft {
  /** Who was chosen by name in the words. */
  people = $state.raw<readonly Colleague[]>([]);
  /** A comment that is sent already is being worded anew. */
  isOpen = $state(false);
  /** What a new comment is about, while its box is open; kept with the words. */
  about: ChosenPlace | null = null;
  /** The text that was tried last, and the id of the comment that it becomes. */
  tried = { text: '', id: '' };
  #words = $state('');
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
    Object.assign(this, JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>);
  }

  get words(): string {
    return this.#words;
  }

  set words(words: string) {
    this.#words = words;
    this.keep();
  }

  /** The words with the ids of those who were chosen by name: what is sent. */
  get text(): string {
    return withIds(this.words, this.people).trim();
  }

  /** The id of the comment that a text becomes: tried once more, it is the same comment. */
  idOf(text: string): string {
    if (this.tried.text !== text) this.tried = { text, id: newId() };
    this.keep();
    return this.tried.id;
  }

  begin(words: string, people: readonly Colleague[]): void {
    this.people = people;
    this.isOpen = true;
    this.words = words;
  }

  clear(): void {
    this.people = [];
    this.isOpen = false;
    this.about = null;
    this.tried = { text: '', id: '' };
    this.words = '';
  }

  keep(): void {
    const { people, isOpen, about, tried, words } = this;
    if (words === '') sessionStorage.removeItem(this.#key);
    else sessionStorage.setItem(this.#key, JSON.stringify({ people, isOpen, about, tried, words }));
  }
}

const all = new Map<string, Draft>();
askBeforeLeaving(() => [...all.values()].some(({ words }) => words.trim() !== ''));

/** A person's draft of a name; it stays as long as the tab does, whatever one looks at meanwhile. */
export function draftOf(
  personId: string,
  name: `new ${string}` | `reply ${string}` | `rewrite ${string}`,
): Draft {
  const key = `broadsheet.draft ${personId} ${name}`;
  const draft = all.get(key) ?? new Draft(key);
  all.set(key, draft);
  return draft;
}

/** A UUIDv7, as ids of the newsroom are: they sort by the time they were made. */
function newId(): string {
  // twelve digits: it has eleven until the year 2527
  const time = `0${Date.now().toString(16)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
