import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import type { HocuspocusProvider } from '@hocuspocus/provider';
import { Plugin } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';
import { yCursorPluginKey, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Here } from '../people-here.svelte.ts';
import type { CaretAwareness } from './caret-awareness.ts';

const named = 2000;
/** What the awareness of another client says of its person; anything that does not fit is not drawn. */
export function readCaretUser(said: unknown): Omit<Here, 'color'> | null {
  if (typeof said !== 'object' || said === null) return null;
  const { id, name, colour, client }: Partial<Record<keyof Here, unknown>> = said;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof client !== 'number') return null;
  const isDrawn = typeof colour === 'number' && Number.isInteger(colour) && colour >= 1 && colour <= 6;
  return isDrawn && Number.isInteger(client) ? { id, name, colour, client } : null;
}

/** The carets of the others. A name stands on a caret while it moves and two seconds after, then only a dot. */
export function carets(awareness: CaretAwareness, me: Here, names: CaretNames) {
  return StandingCarets.configure({
    provider: { awareness },
    user: me,
    render: (user) => drawCaret(user, names),
    selectionRender: (user) => {
      const person = readCaretUser(user);
      return person ? { class: `their-selection p${person.colour}` } : {};
    },
  });
}

/**
 * Where this person splits, joins or adds blocks, the carets of the others stay where they are. y-tiptap takes them all away
 * until their owners move: whoever only reads would be gone, and each Enter would draw every block with a caret anew.
 */
const StandingCarets = CollaborationCaret.extend({
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map((plugin) =>
      plugin.spec.key === yCursorPluginKey ? standing(plugin as Plugin<DecorationSet>) : plugin,
    );
  },
});

function standing(plugin: Plugin<DecorationSet>): Plugin<DecorationSet> {
  const { state } = plugin.spec;
  if (!state) return plugin;
  return new Plugin<DecorationSet>({
    ...plugin.spec,
    state: {
      ...state,
      apply(transaction, carets, before, after) {
        const shared = ySyncPluginKey.getState(after) as { isChangeOrigin?: boolean } | undefined;
        const isOwn = transaction.docChanged && shared?.isChangeOrigin !== true;
        return isOwn
          ? carets.map(transaction.mapping, transaction.doc)
          : state.apply.call(plugin, transaction, carets, before, after);
      },
    },
  });
}

function drawCaret(user: unknown, names: CaretNames): HTMLElement {
  const element = document.createElement('span');
  const person = readCaretUser(user);
  if (!person) return element;
  element.className = `caret p${person.colour}`;
  element.dataset.client = String(person.client);
  element.setAttribute('aria-hidden', 'true');
  element.classList.toggle('named', names.isMoving(person.client));
  const name = document.createElement('i');
  name.textContent = person.name.split(/\s+/)[0] ?? person.name;
  element.append(name);
  names.drawn(person.client, element);
  return element;
}

/** Which carets moved within the last two seconds. */
export class CaretNames {
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #cursors = new Map<number, string>();
  readonly #drawn = new Map<number, HTMLElement[]>();
  readonly #stop: () => void;

  constructor(provider: HocuspocusProvider) {
    const { awareness } = provider;
    const changed = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
      for (const client of removed) this.#left(client);
      for (const client of [...added, ...updated]) {
        const cursor = JSON.stringify(awareness?.getStates().get(client)?.cursor ?? null);
        if (this.#cursors.get(client) === cursor) continue;
        this.#cursors.set(client, cursor);
        this.#moved(client);
      }
    };
    awareness?.on('change', changed);
    this.#stop = () => awareness?.off('change', changed);
  }

  isMoving(client: number): boolean {
    return this.#timers.has(client);
  }

  /** A caret was drawn anew; what it takes the place of will be gone from the page. */
  drawn(client: number, caret: HTMLElement): void {
    const others = this.#drawn.get(client)?.filter(({ isConnected }) => isConnected) ?? [];
    this.#drawn.set(client, [...others, caret]);
  }

  destroy(): void {
    this.#stop();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #left(client: number): void {
    clearTimeout(this.#timers.get(client));
    for (const known of [this.#timers, this.#cursors, this.#drawn]) known.delete(client);
  }

  #moved(client: number): void {
    clearTimeout(this.#timers.get(client));
    this.#timers.set(
      client,
      setTimeout(() => {
        this.#timers.delete(client);
        this.#show(client, false);
      }, named),
    );
    this.#show(client, true);
  }

  #show(client: number, on: boolean): void {
    for (const caret of this.#drawn.get(client) ?? []) caret.classList.toggle('named', on);
  }
}
