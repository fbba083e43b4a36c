import { compareContent, countChanges, type ComparedLine } from '@broadsheet/document/compare';
import type {
  Article,
  ArticleContent,
  Draft,
  Language,
  Revision,
  RevisionList,
  RevisionMetadata,
  RevisionSummary,
  Story,
} from '@broadsheet/types';
import { ApiError, isFault } from '#lib/api/api-error.ts';
import { api } from '#lib/api/client.ts';
import { same } from '#lib/saving/same.ts';
import { metadataRows, type MetadataRow } from './metadata-rows.ts';

/** What stands in the article now, whether a version holds it or not. */
export const now = 'now';

/** One of the two that are compared. */
interface Side {
  content: ArticleContent;
  metadata: RevisionMetadata;
}

export interface Comparison {
  lines: ComparedLine[];
  changes: number;
  metadata: MetadataRow[];
  /** Who wrote between the two. */
  people: string[];
}

/** The versions of one article, and two of them compared. */
export class History {
  readonly storyId: string;
  readonly language: Language;
  story = $state.raw<Story | null>(null);
  article = $state.raw<Article | null>(null);
  versions = $state.raw<readonly RevisionSummary[] | null>(null);
  draft = $state.raw<Draft | null>(null);
  fault = $state.raw<unknown>(null);
  /** Somebody has changed the article since it was asked for: what is shown as now is what was then. */
  isBehind = $state(false);
  /** Ids of versions; the later one may be `now`. */
  from = $state<string>('');
  to = $state<string>(now);
  #held = $state.raw<Readonly<Record<string, Revision>>>({});
  #loading = 0;

  readonly comparison: Comparison | null = $derived.by(() => {
    const [before, after] = [this.#side(this.from), this.#side(this.to)];
    if (!before || !after) return null;
    const between = this.#between();
    const unkept = this.to === now ? (this.draft?.writtenBy ?? []) : [];
    const writers = [...between.flatMap(({ writtenBy }) => writtenBy), ...unkept];
    const lines = compareContent(before.content, after.content);
    return {
      lines,
      changes: countChanges(lines),
      metadata: metadataRows(before.metadata, after.metadata, between, unkept),
      people: [...new Set(writers.map(({ name }) => name))],
    };
  });

  constructor(storyId: string, language: Language) {
    this.storyId = storyId;
    this.language = language;
  }

  version(id: string): RevisionSummary | undefined {
    return this.versions?.find((one) => one.id === id);
  }

  /** Takes the choice of the address, or else the version before the newest change and now. */
  async load(from: string | null, to: string | null): Promise<void> {
    this.from = from ?? '';
    this.to = to ?? now;
    await this.again();
  }

  /** Asks anew for everything, with the two that are chosen now. */
  async again(): Promise<void> {
    this.fault = null;
    await this.#bring();
  }

  /** Looks whether what is shown is still so; what could not be had because the newsroom was away is asked for again. */
  async look(): Promise<void> {
    if (isFault(this.fault, 'UNREACHABLE')) return this.#bring();
    const { story, draft } = this;
    if (!story || !draft || this.isBehind) return;
    try {
      const found = await api.get<Story>(`/stories/${this.storyId}`);
      if (same(found, story)) return;
      const present = await api.get<Draft>(`/articles/${this.article?.id ?? ''}/draft`);
      if (this.draft !== draft) return;
      const { content, metadata } = draft;
      this.isBehind = !same([present.content, present.metadata], [content, metadata]);
      if (!this.isBehind) this.story = found;
    } catch {
      // it stays as it is, and is looked at again
    }
  }

  /** Shows what came between; the earlier of the two is always the one compared from. */
  async compare(from: string, to: string): Promise<void> {
    const [earlier, later] = this.#number(from) > this.#number(to) ? [to, from] : [from, to];
    this.from = earlier;
    this.to = later;
    const fault: unknown = await Promise.all([earlier, later].map((id) => this.hold(id))).then(
      () => null,
      (error: unknown) => error,
    );
    // others may have been chosen meanwhile
    if (this.from === earlier && this.to === later) this.fault = fault;
  }

  /** The version with its text. Throws `ApiError`. */
  async hold(id: string): Promise<Revision | null> {
    if (id === now || id === '') return null;
    const held = this.#held[id] ?? (await api.get<Revision>(`/revisions/${id}`));
    this.#held = { ...this.#held, [id]: held };
    return held;
  }

  /** Throws `ApiError`. */
  async name(id: string, name: string | null): Promise<void> {
    const named = await api.patch<RevisionSummary>(`/revisions/${id}`, { name });
    this.versions = this.versions?.map((one) => (one.id === id ? named : one)) ?? null;
  }

  /** Throws `ApiError`; `NotSaved` while words typed here are still on their way. */
  async restore(id: string): Promise<void> {
    if (!this.article) return;
    const { stored } = await import('#lib/write/open-connections.ts');
    await stored(this.article.id);
    this.article = await api.post<Article>(`/articles/${this.article.id}/restore`, { revisionId: id });
  }

  async #bring(): Promise<void> {
    const number = ++this.#loading;
    try {
      const { story, article, versions, draft } = await this.#ask();
      if (number !== this.#loading) return;
      this.story = story;
      this.article = article;
      this.draft = draft;
      this.versions = versions;
      this.isBehind = false;
      // others may have been chosen meanwhile
      const [from, to] = [this.version(this.from), this.version(this.to)];
      await this.compare(from?.id ?? versions[0]?.id ?? '', to?.id ?? now);
    } catch (error) {
      if (number === this.#loading) this.fault = error;
    }
  }

  async #ask() {
    const story = await api.get<Story>(`/stories/${this.storyId}`);
    const summary = story.articles.find(({ language }) => language === this.language);
    if (!summary) throw new ApiError('NOT_FOUND', 404, 'This language of the story was not started.');
    const [article, { items: versions }, draft] = await Promise.all([
      api.get<Article>(`/articles/${summary.id}`),
      api.get<RevisionList>(`/articles/${summary.id}/revisions`),
      api.get<Draft>(`/articles/${summary.id}/draft`),
    ]);
    return { story, article, versions, draft };
  }

  #side(id: string): Side | null {
    return id === now ? this.draft : (this.#held[id] ?? null);
  }

  #number(id: string): number {
    return id === now ? Infinity : (this.version(id)?.number ?? 0);
  }

  /** After the earlier version up to the later one, oldest first. */
  #between(): RevisionSummary[] {
    const [first, last] = [this.#number(this.from), this.#number(this.to)];
    return (this.versions ?? []).filter(({ number }) => number > first && number <= last).toReversed();
  }
}
