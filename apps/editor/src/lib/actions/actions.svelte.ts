import type { Language } from '@broadsheet/types';
import { catalogue, keysOf, type ActionFacts, type ActionId } from './catalogue.ts';
import { keyWords } from './key-names.ts';

interface Doing extends ActionFacts {
  run: () => unknown;
  /** Whether it can be done now; what can't is neither offered nor done. */
  can?: (() => boolean) | undefined;
  /** It is on, or the present one of several. */
  isOn?: (() => boolean) | undefined;
}

/** Words of the interface: in the person's language, or in the one that is asked for. */
export type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

/** How an action is told to a person. */
export interface ActionWords {
  label: Words;
  /** Other words by which somebody may look for it; as they stand here, in English. */
  words?: string | Words;
}

/** Something that can be done on the present page: one of the catalogue, or one that brings its own words. */
export type Action = Doing & ({ id: ActionId; label?: undefined } | ({ id: string } & ActionWords));

/** An action of the catalogue with what it does here. */
export function act(id: ActionId, run: () => unknown, more: Pick<Doing, 'can' | 'isOn'> = {}): Action {
  return { id, ...catalogue[id], run, ...more };
}

/** The keys of an action as they are printed, for tooltips and menus. */
export function keyHint(id: ActionId): string | undefined {
  const [first] = keysOf(catalogue[id]);
  return first === undefined ? undefined : keyWords(first);
}

const recentKey = 'broadsheet.actions';
const recentKept = 6;

type Source = () => readonly Action[];
/** Whether something can be done on this page alone, or on all of them. */
type Reach = 'here' | 'everywhere';

/** The actions of the page that is open: each part of it adds its own while it is there. */
class Actions {
  readonly #sources = new Set<Source>();
  readonly #everywhere = new Set<Source>();
  /** Ids of what was done from the palette, the last first. */
  recent = $state.raw<readonly string[]>(readRecent());

  /** Returns what takes them away again. */
  add(source: Source, reach: Reach): () => void {
    const sources = reach === 'everywhere' ? this.#everywhere : this.#sources;
    sources.add(source);
    return () => sources.delete(source);
  }

  /**
   * What can be done now, what can be done everywhere first. Where two parts offer the same, the later one has it: it
   * lies nearer to the person.
   */
  get all(): Action[] {
    const found = new Map<string, Action>();
    for (const source of [...this.#everywhere, ...this.#sources]) {
      for (const action of source()) found.set(action.id, action);
    }
    return [...found.values()].filter(({ can }) => can?.() ?? true);
  }

  done(id: string): void {
    this.recent = [id, ...this.recent.filter((other) => other !== id)].slice(0, recentKept);
    localStorage.setItem(recentKey, JSON.stringify(this.recent));
  }
}

function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, recentKept) : [];
  } catch {
    return [];
  }
}

export const actions = new Actions();

/** Adds the actions of a component as long as it is there. */
export function provideActions(source: Source, reach: Reach = 'here'): void {
  $effect(() => actions.add(source, reach));
}
