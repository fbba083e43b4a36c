import type { Author, Region, Section, Topic } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';

interface Held {
  sections: Section[];
  regions: Region[];
  topics: Topic[];
  authors: Author[];
}
type Kind = keyof Held;

/** Sections, regions, topics and authors: short lists that many pages name things by. */
class Reference {
  #held = $state.raw<Partial<Held>>({});
  #coming = new Map<Kind, Promise<void>>();
  readonly #strange = new Set<string>();

  get sections(): readonly Section[] {
    return this.#held.sections ?? [];
  }
  get regions(): readonly Region[] {
    return this.#held.regions ?? [];
  }
  get topics(): readonly Topic[] {
    return this.#held.topics ?? [];
  }
  get authors(): readonly Author[] {
    return this.#held.authors ?? [];
  }

  has(kind: Kind): boolean {
    return this.#held[kind] !== undefined;
  }

  /** Asks for what is not here yet. Throws `ApiError`. */
  async need(...kinds: Kind[]): Promise<void> {
    await Promise.all(kinds.filter((kind) => !this.has(kind)).map((kind) => this.refresh(kind)));
  }

  /** Asks again where one of these is not here: somebody has just made it. Of what is not there at all it asks once. */
  async complete(kind: Kind, ids: readonly string[]): Promise<void> {
    const known: readonly { id: string }[] | undefined = this.#held[kind];
    const strange = ids.filter(
      (id) => !this.#strange.has(id) && known?.some((one) => one.id === id) === false,
    );
    for (const id of strange) this.#strange.add(id);
    if (strange.length > 0) await this.refresh(kind).catch(() => undefined);
  }

  /** Asks again; two callers at once share one request. Throws `ApiError`. */
  refresh(kind: Kind): Promise<void> {
    const coming = this.#coming.get(kind) ?? this.#ask(kind).finally(() => this.#coming.delete(kind));
    this.#coming.set(kind, coming);
    return coming;
  }

  /** Puts a thing that the API has just answered with in its place. */
  put<K extends Kind>(kind: K, thing: Held[K][number]): void {
    const before: readonly { id: string }[] = this.#held[kind] ?? [];
    const known = before.some(({ id }) => id === thing.id);
    const items = known ? before.map((item) => (item.id === thing.id ? thing : item)) : [...before, thing];
    this.#held = { ...this.#held, [kind]: items };
  }

  async #ask(kind: Kind): Promise<void> {
    const { items } = await api.get<{ items: Held[Kind] }>(`/${kind}`);
    this.#held = { ...this.#held, [kind]: items };
  }
}

export const reference = new Reference();
