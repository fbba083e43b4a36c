import type { HocuspocusProvider } from '@hocuspocus/provider';
import type { Me } from '@broadsheet/types';
import { createSubscriber } from 'svelte/reactivity';
import { readCaretUser } from './text/carets.ts';

/** What a client tells the others about itself. `color` is what the caret extension insists on; `colour` is drawn. */
export interface Here {
  id: string;
  name: string;
  colour: number;
  client: number;
  color: string;
}

const hex = ['#9c3d1f', '#1b6b52', '#7a3c8f', '#23619c', '#7c5a00', '#a2305f'];

export function asHere(me: Me, client: number): Here {
  return { id: me.id, name: me.name, colour: me.colour, client, color: hex[me.colour - 1] ?? '#1b6b52' };
}

export interface Person {
  id: string;
  name: string;
  colour: number;
}

/** Who else has this article open, each person once. */
export class PeopleHere {
  readonly #provider: HocuspocusProvider;
  readonly #me: string;
  #people: Person[] = [];
  readonly #subscribe = createSubscriber((update) => {
    this.#provider.awareness?.on('change', update);
    return () => this.#provider.awareness?.off('change', update);
  });

  constructor(provider: HocuspocusProvider, me: string) {
    this.#provider = provider;
    this.#me = me;
  }

  get people(): Person[] {
    this.#subscribe();
    const found = new Map<string, Person>();
    for (const state of this.#provider.awareness?.getStates().values() ?? []) {
      const person = readCaretUser(state.user);
      if (person && person.id !== this.#me) found.set(person.id, person);
    }
    const people = [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
    // a caret moves with every key, and nobody came or went
    if (!isSame(people, this.#people)) this.#people = people;
    return this.#people;
  }
}

const isSame = (one: readonly Person[], other: readonly Person[]): boolean =>
  one.length === other.length &&
  one.every(({ id, name, colour }, at) => {
    const person = other[at];
    return person?.id === id && person.name === name && person.colour === colour;
  });
