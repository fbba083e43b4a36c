import { api } from '#lib/api/client.ts';
import { notifyFault } from '#lib/components/notify.ts';
import { reference } from '#lib/reference/reference.svelte.ts';
import { SavedRecord } from '#lib/saving/saved-record.svelte.ts';
import { isRetired, type Term, type TermKind, type TermPatch } from './term-kind.ts';

type TermRecord = SavedRecord<Term, TermPatch>;

/** The sections, regions, topics or authors as the settings edit them. */
export class TermList {
  readonly kind: TermKind;
  fault = $state.raw<unknown>(null);
  #records = new Map<string, TermRecord>();

  constructor(kind: TermKind) {
    this.kind = kind;
  }

  get ready(): boolean {
    return reference.has(this.kind);
  }

  get all(): readonly Term[] {
    return reference[this.kind];
  }

  /** Those that readers may see. */
  get current(): readonly Term[] {
    return this.all.filter((term) => !isRetired(term));
  }

  get retired(): readonly Term[] {
    return this.all.filter(isRetired);
  }

  async load(): Promise<void> {
    try {
      await reference.refresh(this.kind);
      this.fault = null;
    } catch (error) {
      this.fault = error;
    }
  }

  /** The record behind a row; it is made once, so that what is being saved is not lost when rows move. */
  record(term: Term): TermRecord {
    let record = this.#records.get(term.id);
    if (!record) this.#records.set(term.id, (record = this.#newRecord(term)));
    return record;
  }

  /** Throws `SLUG_TAKEN` and other faults. */
  async add(input: TermPatch): Promise<void> {
    reference.put(this.kind, await api.post<Term>(`/${this.kind}`, input));
  }

  async reorder(ids: string[]): Promise<void> {
    try {
      await api.put(`/${this.kind}/order`, { ids: [...ids, ...this.retired.map(({ id }) => id)] });
    } catch (error) {
      notifyFault(error);
    }
    await this.load();
  }

  /** Throws; what is retired redirects to another term, or to the front page. */
  async retire(term: Term, redirectTo: string | null): Promise<void> {
    await api.post(`/${this.kind}/${term.id}/retire`, { redirectTo });
    this.#records.delete(term.id);
    await reference.refresh(this.kind);
  }

  #newRecord(term: Term): TermRecord {
    return new SavedRecord<Term, TermPatch>(term, {
      save: async (thing, patch) => {
        const body = { ...patch, version: thing.version };
        const saved = await api.patch<Term>(`/${this.kind}/${thing.id}`, body);
        reference.put(this.kind, saved);
        return saved;
      },
      again: async (thing) => {
        await reference.refresh(this.kind);
        return this.all.find(({ id }) => id === thing.id) ?? thing;
      },
    });
  }
}
