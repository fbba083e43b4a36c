import { mount, unmount } from 'svelte';
import { notify, notifyFault } from '#lib/components/notify.ts';
import { m } from '#lib/paraglide/messages.js';
import { NotSaved } from '../not-saved.ts';
import type { Writing } from '../writing.svelte.ts';

/** Keeps the text as it is now as a version, once all of it is stored; says what came of it, and offers to name it. */
export async function keepVersion(writing: Writing): Promise<void> {
  const { connection, revisions } = writing;
  try {
    await connection.allSaved();
    const { id } = await revisions.keep();
    notify(m.write_kept_version(), { label: m.history_name_it(), run: () => askName(writing, id) });
  } catch (error) {
    if (error instanceof NotSaved) notify(m.write_step_not_saved());
    else notifyFault(error);
  }
}

/** Over whatever page is open by then. */
async function askName({ revisions, fields }: Writing, id: string): Promise<void> {
  const { default: NameKept } = await import('#lib/history/NameKept.svelte');
  const props = {
    save: (name: string | null) => revisions.name(id, name),
    onclose: () => {
      void unmount(dialog);
      fields.focusLast();
    },
  };
  const dialog = mount(NameKept, { target: document.body, props });
}
