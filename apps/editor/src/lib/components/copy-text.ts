import { m } from '#lib/paraglide/messages.js';
import { notify } from './notify.ts';

/** Puts a text on the clipboard and says so; browsers may refuse it, and that is said too. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(m.copied());
  } catch {
    notify(m.copy_refused());
  }
}
