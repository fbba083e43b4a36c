import { sentenceFor } from '#lib/api/error-sentence.ts';
import { toasts } from './toasts.svelte.ts';

interface ToastAction {
  label: string;
  run: () => unknown;
}

/**
 * Tells at the bottom left, for ten seconds; what it says must also stand elsewhere on the page.
 * Said again it takes the place of the same sentence, and stays ten seconds more.
 */
export function notify(
  sentence: string,
  action?: ToastAction,
  /** Of what it is about: it takes the place of what was told of that before. */
  about = sentence,
): void {
  toasts.tell((toast) => toast(sentence, { id: about, ...offered(action) }));
}

/** What was told of this is no longer true. */
export function endNotice(about: string): void {
  toasts.tell((toast) => toast.dismiss(about));
}

/** Tells until it is closed, because it stands nowhere else. */
export function notifyUntilClosed(sentence: string, action?: ToastAction): void {
  toasts.tell((toast) => toast.error(sentence, { id: sentence, duration: Infinity, ...offered(action) }));
}

/** Tells why something came to nothing, until it is closed. */
export function notifyFault(error: unknown): void {
  const sentence = sentenceFor(error);
  toasts.tell((toast) => toast.error(sentence, { id: sentence, duration: 20_000 }));
}

const offered = (action: ToastAction | undefined) =>
  action && { action: { label: action.label, onClick: () => void action.run() } };
