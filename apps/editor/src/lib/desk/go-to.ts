import { goto } from '$app/navigation';
import { singleKeys } from './shortcuts.svelte.ts';

const wait = 1500;
const places: Record<string, string> = { s: '/stories', m: '/media', ',': '/settings' };

/** `G`, then a letter: goes to a page of the rail. */
export class GoTo {
  #since = -wait;

  press(event: KeyboardEvent): void {
    const pressed = singleKeys.of(event);
    if (pressed === 'g') {
      this.#since = event.timeStamp;
      return;
    }
    const place = pressed && event.timeStamp - this.#since < wait ? places[pressed] : undefined;
    this.#since = -wait;
    if (!place) return;
    event.preventDefault();
    void goto(place);
  }
}
