import type { Colleague } from '@broadsheet/types';
import { askBeforeLeaving } from '#lib/desk/leaving.ts';
import { withIds } from './mention-draft.ts';

/** What somebody writes in a comment and has not sent. */
export class Draft {
  words = $state('');
  /** Who was chosen by name in the words. */
  people = $state.raw<readonly Colleague[]>([]);
  /** A comment that is sent already is being worded anew. */
  isOpen = $state(false);

  /** The words with the ids of those who were chosen by name: what is sent. */
  get text(): string {
    return withIds(this.words, this.people).trim();
  }

  begin(words: string, people: readonly Colleague[]): void {
    this.words = words;
    this.people = people;
    this.isOpen = true;
  }

  clear(): void {
    this.words = '';
    this.people = [];
    this.isOpen = false;
  }
}

const all = new Map<string, Draft>();
askBeforeLeaving(() => [...all.values()].some(({ words }) => words.trim() !== ''));

/** The draft of a name; it stays as long as the tab does, whatever one looks at meanwhile. */
export function draftOf(name: `new ${string}` | `reply ${string}` | `rewrite ${string}`): Draft {
  const draft = all.get(name) ?? new Draft();
  all.set(name, draft);
  return draft;
}
