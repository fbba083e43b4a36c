import { toast } from 'svelte-sonner';
import { sentenceFor } from '#lib/api/error-sentence.ts';

/** Tells at the bottom left, for ten seconds; what it says must also stand elsewhere on the page. */
export function notify(sentence: string, action?: { label: string; run: () => void }): void {
  toast(sentence, action ? { action: { label: action.label, onClick: action.run } } : {});
}

/** Tells why something came to nothing, until it is closed. */
export function notifyFault(error: unknown): void {
  toast.error(sentenceFor(error), { duration: 20_000 });
}
