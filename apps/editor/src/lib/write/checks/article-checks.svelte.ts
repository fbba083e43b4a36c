import { suggestionsIn } from '@broadsheet/document';
import { headlineText, type BlockFacts, type CheckedNode } from '@broadsheet/document/render';
import {
  isStopping,
  slugify,
  type CheckCode,
  type CheckFinding,
  type CheckPlace,
  type CheckReport,
} from '@broadsheet/types';
import type { Node } from '@tiptap/pm/model';
import { api } from '#lib/api/client.ts';
import { TypingPause } from '../typing-pause.ts';
import { whenIdle } from '../when-idle.ts';
import type { Writing } from '../writing.svelte.ts';
import type * as Rules from './check-rules.ts';

/** After the last key, in milliseconds: nothing is looked at while one types. */
const pause = 300;
/** After the last edit, in milliseconds, the server is asked for what only it knows. */
const askPause = 2500;
/** What only the server can tell. */
const serverOnly = new Set<CheckCode>(['comment_blocking', 'link_dead', 'rights_expired', 'rights_expiring']);
const order: readonly CheckPlace[] = [
  'headline',
  'standfirst',
  'slug',
  'section',
  'authors',
  'lead',
  'comments',
  'body',
];

/**
 * The checks while one writes. A block is looked at once for each of its states, in the browser's idle time: the nodes
 * of the editor never change, so what was found in one holds as long as it stands.
 */
export class ArticleChecks {
  standfirst = $state('');
  #standfirst = $state.raw<readonly CheckedNode[]>([]);
  #blocks = $state.raw<readonly BlockFacts[] | null>(null);
  /** Suggestions in the lines over the body. */
  #inLines = $state.raw<readonly CheckFinding[]>([]);
  #server = $state.raw<readonly CheckFinding[]>([]);
  #unreachable = $state(false);
  #rules = $state.raw<typeof Rules | null>(null);
  readonly #writing: Writing;
  readonly #known = new WeakMap<Node, BlockFacts>();
  readonly #pause = new TypingPause(() => this.#whenIdle(), pause);
  readonly #asking = new TypingPause(() => void this.#askServer(), askPause);
  #stop: () => void = () => undefined;

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  /** True until the text was looked at once. */
  get isRunning(): boolean {
    return this.#blocks === null;
  }

  /** The server's part could not be had. */
  get isPartial(): boolean {
    return this.#unreachable;
  }

  readonly findings: readonly CheckFinding[] = $derived.by(() => {
    const { article, story, headline, pictures } = this.#writing;
    if (!this.#rules || !this.#blocks || !article || !story) return [];
    const own = this.#rules.findChecks({
      language: article.language,
      headline: headlineText(headline),
      standfirst: this.#standfirst,
      blocks: this.#blocks,
      slug: article.slug ?? slugify(headline, article.language),
      sectionId: story.sectionId,
      authors: article.authors,
      sourceName: article.sourceName,
      leadMediaId: story.leadMediaId,
      picture: (id) => {
        const found = pictures.shelf.get(id);
        return found && { alt: found.alt[article.language] ?? '', credit: found.credit };
      },
    });
    const all = [...own, ...this.#inLines, ...this.#server];
    return all.sort((one, other) => order.indexOf(one.place) - order.indexOf(other.place));
  });

  readonly stopping = $derived(this.findings.filter(({ code }) => isStopping(code)));
  readonly asking = $derived(this.findings.filter(({ code }) => !isStopping(code)));

  /** What the tab shows: what stops, else what asks. */
  get count(): number {
    return this.stopping.length || this.asking.length;
  }

  /** The number of the block in the text that is meant or holds what is meant, counted from 1; 0 if there is none. */
  numberOf(blockId: string | null): number {
    const isIn = ({ id, pictures, todos }: BlockFacts) =>
      [{ blockId: id }, ...pictures, ...todos].some((one) => one.blockId === blockId);
    return blockId === null ? 0 : (this.#blocks?.findIndex(isIn) ?? -1) + 1;
  }

  /** Something was edited, here or elsewhere. Costs nothing now. */
  edited(): void {
    this.#pause.typed();
    this.ask();
  }

  /** Asks the server in a while for what only it knows. */
  ask(): void {
    this.#asking.typed();
  }

  destroy(): void {
    this.#pause.end();
    this.#asking.end();
    this.#stop();
  }

  #whenIdle(): void {
    this.#stop();
    this.#stop = whenIdle((hasTime) => this.#look(hasTime));
  }

  /** Looks at what is new as long as there is time; the rest waits for the next idle moment. */
  #look(hasTime: () => boolean): void {
    const { body, fields, open } = this.#writing;
    if (!body) return;
    const rules = this.#rules;
    if (!rules) return void this.#fetchRules();
    const blocks: BlockFacts[] = [];
    let looked = 0;
    for (const node of body.state.doc.children) {
      let facts = this.#known.get(node);
      if (!facts) {
        if (looked > 0 && !hasTime()) return this.#whenIdle();
        facts = rules.blockFacts(node.toJSON() as CheckedNode, open.language);
        this.#known.set(node, facts);
        looked += 1;
      }
      blocks.push(facts);
    }
    this.#blocks = blocks;
    this.#inLines = (['headline', 'standfirst'] as const).flatMap((place) => {
      const editor = fields.editor(place);
      const ids = editor ? suggestionsIn(editor.state.doc) : [];
      return ids.map(() => ({ code: 'suggestion_open' as const, place, blockId: null, quote: '' }));
    });
    const standfirst = fields.editor('standfirst');
    this.standfirst = standfirst?.getText({ blockSeparator: ' ' }) ?? '';
    this.#standfirst = (standfirst?.state.doc.children ?? []).flatMap((line) => [
      ...line.children.map((run) => run.toJSON() as CheckedNode),
      { type: 'text', text: ' ' },
    ]);
  }

  async #fetchRules(): Promise<void> {
    try {
      this.#rules = await import('./check-rules.ts');
      this.#whenIdle();
    } catch {
      // the next edit asks again; what counts is the server's answer before a step
    }
  }

  async #askServer(): Promise<void> {
    try {
      const { findings } = await api.get<CheckReport>(
        `/articles/${this.#writing.connection.articleId}/checks`,
      );
      this.#server = findings.filter(({ code }) => serverOnly.has(code));
      this.#unreachable = false;
    } catch {
      this.#unreachable = true;
    }
  }
}
