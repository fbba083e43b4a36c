/** A shortcut as it is written in the catalogue, taken apart. */
interface Keys {
  mod: boolean;
  shift: boolean;
  alt: boolean;
  key: string;
}

/** What of a keyboard event says which keys are down. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>;

const isLatin = /^[a-z0-9]$/i;
const isSign = /^[^\p{L}\p{N}\s]$/u;

/**
 * The key of an event, by its letter on a Latin keyboard: on a Russian or Armenian one the same keys do the same. With
 * Alt some systems write signs, so that the place of the key says which it is.
 */
export function keyOf({ key, code, altKey }: Pressed): string {
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  if (place && key.length === 1 && !isLatin.test(key) && (altKey || !isSign.test(key)))
    return place.toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Whether an event is a shortcut such as `Mod+Shift+Enter`; `Mod` is Ctrl, or ⌘ on a Mac. */
export function isPressed(shortcut: string, event: Pressed): boolean {
  // AltGr writes letters and signs; to a browser it is Ctrl and Alt
  if (event.getModifierState('AltGraph')) return false;
  const { mod, shift, alt, key } = taken(shortcut);
  if (mod !== (event.ctrlKey || event.metaKey) || alt !== event.altKey) return false;
  if (keyOf(event) !== key) return false;
  // whether a sign needs Shift is the keyboard's affair
  return isSign.test(key) || shift === event.shiftKey;
}

function taken(shortcut: string): Keys {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: key.length === 1 ? key.toLowerCase() : key,
  };
}

const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** The keys as they are printed on a keyboard: `Ctrl Shift K`. */
export function keyWords(shortcut: string, onMac = isMac()): string {
  return shortcut
    .split(/[+ ]/)
    .map((part) => (part === 'Mod' ? (onMac ? '⌘' : 'Ctrl') : (names[part] ?? part)))
    .join(' ');
}

/** As `aria-keyshortcuts` wants them. */
export function ariaKeys(shortcut: string): string {
  return shortcut.replace('Mod', isMac() ? 'Meta' : 'Control');
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');
}
