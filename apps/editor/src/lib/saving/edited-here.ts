import { onDestroy } from 'svelte';
import { KeptHere } from '#lib/api/api-error.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { notifyUntilClosed } from '#lib/components/notify.ts';
import { askBeforeLeaving } from '#lib/desk/leaving.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NotKept } from './saved-record.svelte.ts';

/** A record whose fields stand on the page. */
interface Edited {
  readonly isUnsaved: boolean;
  settle: () => Promise<NotKept[]>;
}

const here = new Set<Edited>();
askBeforeLeaving(() => {
  sendTyped();
  return isAnyUnsaved();
});

/** Something that was put into a field of the page is not saved. */
export const isAnyUnsaved = (): boolean => [...here].some(({ isUnsaved }) => isUnsaved);

/**
 * Steps wait for what is put into a record, as long as the component lives that is being made. What can't be saved when
 * the component goes is told, with the words.
 */
export function editedHere(record: Edited): void {
  here.add(record);
  onDestroy(() => void letGo(record));
}

/** Sends what stands in fields, and comes back once all of it is saved. Rejects with `FieldNotSaved`. */
export async function fieldsSaved(): Promise<void> {
  sendTyped();
  const [first] = await fieldsAgain();
  if (first) throw new FieldNotSaved(first);
}

/**
 * Waits for what is on its way and tries once more what could not be saved. @returns what then still is not: it stays
 * where it stands, with the reason
 */
export async function fieldsAgain(): Promise<NotKept[]> {
  return (await Promise.all([...here].map((record) => record.settle()))).flat();
}

/** Words in a field could not be saved before something that needs them. */
export class FieldNotSaved extends Error {
  override readonly name = 'FieldNotSaved';
  readonly field: NotKept;

  constructor(field: NotKept) {
    super(`What stands in “${field.label}” is not saved.`);
    this.field = field;
  }
}

/** A field tells what was typed into it when it is left: one that has the focus is asked now. */
function sendTyped(): void {
  const field = document.activeElement;
  const isTyped =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && (field.type === 'text' || field.type === 'url'));
  if (isTyped) field.dispatchEvent(new Event('change', { bubbles: true }));
}

async function letGo(record: Edited): Promise<void> {
  // fields within are let go of in the same turn, and tell what was typed into them
  await Promise.resolve();
  const notKept = record.isUnsaved ? await record.settle() : [];
  here.delete(record);
  for (const { label, shown, error } of notKept)
    notifyUntilClosed(
      m.saving_left_unsaved({
        label,
        words: shown || m.conflict_nothing(),
        // what waits goes on only where its article is open
        reason: error
          ? sentenceFor(error instanceof KeptHere ? error.cause : error)
          : m.saving_changed_by_other(),
      }),
    );
}
