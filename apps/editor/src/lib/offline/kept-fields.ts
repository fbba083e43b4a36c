import type { FieldShelf, ShelvedField } from '#lib/saving/saved-record.svelte.ts';
import { DeviceStore } from './device-store.ts';

interface Owner {
  personId: string;
  /** The article that is open; what it keeps is named with it. */
  articleId: string;
  /** `story:…`, `article:…` or `comments:…` with an id. */
  record: string;
}

/** Keeps changed fields on this device until the newsroom has them. Where the browser keeps nothing, it does nothing. */
export class KeptFields implements FieldShelf {
  readonly #owner: Owner;
  /** One after the other: what is kept may be dropped a moment later. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  async keep({ part, value, seen }: ShelvedField): Promise<boolean> {
    const { articleId, record } = this.#owner;
    const kept = await this.#inTurn(async (store) => {
      await store.keepField({ articleId, record, part, value, seen });
      return true;
    });
    return kept ?? false;
  }

  drop(part: string): void {
    void this.#inTurn((store) => store.dropField(this.#owner.record, part));
  }

  async all(): Promise<readonly ShelvedField[]> {
    return (await this.#inTurn((store) => store.fields(this.#owner.record))) ?? [];
  }

  #inTurn<Result>(work: (store: DeviceStore) => Promise<Result>): Promise<Result | null> {
    const turn = this.#last.then(async () => {
      const store = await DeviceStore.open(this.#owner.personId);
      if (!store) return null;
      try {
        return await work(store);
      } catch {
        // a full disk: the field itself says that it is not saved
        return null;
      } finally {
        store.close();
      }
    });
    this.#last = turn;
    return turn;
  }
}
