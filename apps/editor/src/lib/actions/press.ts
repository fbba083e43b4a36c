import { singleKeys } from '#lib/desk/shortcuts.svelte.ts';
import { actions, type Action } from './actions.svelte.ts';
import { keysOf } from './catalogue.ts';
import { isPressed, keyOf } from './key-names.ts';

/** How long the second key of two may take. */
const wait = 1500;

/** Does what the pressed keys stand for. */
export class KeyPresses {
  #first = { key: '', at: -wait };

  /** Keys with Ctrl or Alt, and function keys: before the text sees them. */
  chord(event: KeyboardEvent): void {
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if ((!held && !/^F\d+$/.test(event.key)) || event.isComposing || isBehindDialog()) return;
    const action = nearestFirst().find((one) => keysOf(one).some((keys) => isPressed(keys, event)));
    if (!action) return;
    event.stopPropagation();
    take(event, action);
  }

  /** Keys alone, outside text, after everything else had its chance. */
  single(event: KeyboardEvent): void {
    const pressed = singleKeys.of(event) === null ? null : keyOf(event);
    if (pressed === null || pressed === 'Shift') return;
    const { key, at } = this.#first;
    const first = event.timeStamp - at < wait ? key : '';
    this.#first = { key: pressed, at: event.timeStamp };
    const all = nearestFirst();
    const action =
      all.find((one) => keysOf(one).some((keys) => isSequence(keys, first, pressed))) ??
      all.find((one) => keysOf(one).some((keys) => isPressed(keys, event)));
    if (!action) return;
    // on a link or a button Enter is that link's or button's
    if (pressed === 'Enter' && event.target !== document.body) return;
    this.#first = { key: '', at: -wait };
    take(event, action);
  }
}

/** A list's own key for something new goes before the one that every page has. */
const nearestFirst = (): Action[] => actions.all.reverse();

function isSequence(keys: string, first: string, second: string): boolean {
  const [one, two] = keys.toLowerCase().split(' ');
  return two !== undefined && one === first && two === second;
}

function take(event: KeyboardEvent, action: Action): void {
  event.preventDefault();
  action.run();
}

/** A dialog that must be answered first lies over the page. */
function isBehindDialog(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true]:not([data-palette])') !== null;
}
