import type { LinkState, CheckedLinks } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { api } from '#lib/api/client.ts';
import { TypingPause } from '../typing-pause.ts';
import { markDeadLinks } from './dead-links.ts';

const pause = 1200;
/** A page may be withdrawn or published while somebody writes. */
const fresh = 60_000;

/** What the API says of the links in a text: asked for all of them in one call, in a pause of the typing. */
export class LinkStates {
  #states = $state.raw<ReadonlyMap<string, LinkState>>(new Map());
  #asked = new Set<string>();
  #askedAt = 0;
  readonly #pause = new TypingPause(() => void this.#look(), pause);
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
    editor.on('update', this.#pause.typed);
    this.#pause.typed();
  }

  of(href: string): LinkState | undefined {
    return this.#states.get(href);
  }

  destroy(): void {
    this.#pause.end();
    this.#editor.off('update', this.#pause.typed);
  }

  async #look(): Promise<void> {
    if (this.#editor.isDestroyed) return;
    const hrefs = linksOf(this.#editor).filter((href) => /^(?:\/|https?:)/i.test(href));
    const isOld = performance.now() - this.#askedAt > fresh;
    if (hrefs.length > 0 && (isOld || hrefs.some((href) => !this.#asked.has(href)))) await this.#ask(hrefs);
    if (!this.#editor.isDestroyed) markDeadLinks(this.#editor.view, this.#states);
  }

  async #ask(hrefs: readonly string[]): Promise<void> {
    try {
      const { items } = await api.post<CheckedLinks>('/links/check', { hrefs: hrefs.slice(0, 1000) });
      this.#states = new Map(items.map(({ href, state }) => [href, state]));
      this.#asked = new Set(hrefs);
      this.#askedAt = performance.now();
    } catch {
      // Nobody is warned of what could not be asked; the next pause asks again.
    }
  }
}

function linksOf({ state }: Editor): string[] {
  const found = new Set<string>();
  state.doc.descendants((node) => {
    for (const mark of node.marks) {
      const href: unknown = mark.type.name === 'link' ? mark.attrs['href'] : null;
      if (typeof href === 'string') found.add(href);
    }
  });
  return [...found];
}
