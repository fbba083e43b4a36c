import type { Colleague, Present, Presence } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { deskEvents } from '#lib/desk/desk-events.svelte.ts';

/** Who has which story open now, kept level while a list shows it. Call `destroy` when done. */
export class PresentPeople {
  #items = $state.raw<readonly Present[]>([]);
  #asking = false;
  #again = false;
  readonly destroy = deskEvents.on('presence', () => void this.#ask());

  /** The people in a story, each once, whatever the language. */
  in(storyId: string): Colleague[] {
    const found = new Map<string, Colleague>();
    for (const one of this.#items) if (one.storyId === storyId) found.set(one.person.id, one.person);
    return [...found.values()];
  }

  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = true;
    try {
      this.#items = (await api.get<Presence>('/presence')).items;
    } catch {
      // who was here is better than nobody; the next event asks again
    } finally {
      this.#asking = false;
    }
    if (!this.#again) return;
    this.#again = false;
    await this.#ask();
  }
}
