import { notify, notifyFault } from '#lib/components/notify.ts';
import { m } from '#lib/paraglide/messages.js';
import { NotSaved } from '../not-saved.ts';
import type { Writing } from '../writing.svelte.ts';

/** Keeps the text as it is now as a version, once all of it is stored, and says what came of it. */
export async function keepVersion({ connection, revisions }: Writing): Promise<void> {
  try {
    await connection.allSaved();
    await revisions.keep();
    notify(m.write_kept_version());
  } catch (error) {
    if (error instanceof NotSaved) notify(m.write_step_not_saved());
    else notifyFault(error);
  }
}
