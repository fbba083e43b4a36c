import type {
  Article,
  Revision,
  RevisionList as Revisions,
  RevisionReason,
  RevisionSummary,
} from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { m } from '#lib/paraglide/messages.js';

const reasons: Record<RevisionReason, () => string> = {
  approved: m.write_reason_approved,
  scheduled: m.write_reason_scheduled,
  published: m.write_reason_published,
  saved: m.write_reason_saved,
  restored: m.write_reason_restored,
  written: m.history_reason_written,
};

/** Why a version was kept. */
export function reasonWord(reason: RevisionReason): string {
  return reasons[reason]();
}

/** The versions of an article, and the one that is being looked at. */
export class RevisionList {
  items = $state.raw<readonly RevisionSummary[] | null>(null);
  fault = $state.raw<unknown>(null);
  shown = $state.raw<Revision | null>(null);
  /** The version that was asked for last: an earlier answer that comes late is not shown. */
  #wanted: string | null = null;
  readonly #articleId: string;

  constructor(articleId: string) {
    this.#articleId = articleId;
  }

  async load(): Promise<void> {
    try {
      await this.#ask();
    } catch (error) {
      this.fault = error;
    }
  }

  /** Looks whether there is a new one; if that can't be told, what is shown stays. */
  async refresh(): Promise<void> {
    await this.#ask().catch(() => undefined);
  }

  /** Throws `ApiError`; what was shown before stays. */
  async show(id: string): Promise<void> {
    this.#wanted = id;
    const found = await api.get<Revision>(`/revisions/${id}`);
    if (this.#wanted === id) this.shown = found;
  }

  close(): void {
    this.#wanted = null;
    this.shown = null;
  }

  /** Keeps the text as it is now as a version. Throws `ApiError`. */
  async keep(): Promise<RevisionSummary> {
    const kept = await api.post<RevisionSummary>(`/articles/${this.#articleId}/revisions`, {});
    await this.load();
    return kept;
  }

  /** Throws `ApiError`. */
  async name(id: string, name: string | null): Promise<void> {
    await api.patch<RevisionSummary>(`/revisions/${id}`, { name });
    await this.refresh();
  }

  /** Makes the text what it was in a version; the others see it change. Throws `ApiError`. */
  async restore(revisionId: string): Promise<Article> {
    const restored = await api.post<Article>(`/articles/${this.#articleId}/restore`, { revisionId });
    this.close();
    await this.load();
    return restored;
  }

  async #ask(): Promise<void> {
    this.items = (await api.get<Revisions>(`/articles/${this.#articleId}/revisions`)).items;
    this.fault = null;
  }
}
