import type { Language } from '@broadsheet/types';
import type * as Corrections from './corrections.ts';

interface Options {
  language: Language;
  correctionOf: typeof Corrections.correctionOf;
}

/**
 * The signs of the article's language in a field of a block, as one types there. An address is no prose. Ctrl Z gives
 * back what was typed: a field has the browser's own history, and only a command of the browser is a step of that.
 */
export function correctField(event: Event, { language, correctionOf }: Options): void {
  const { target: field } = event;
  if (!(event instanceof InputEvent) || !(field instanceof HTMLInputElement)) return;
  if (field.type !== 'text' || field.inputMode === 'url') return;
  const caret = field.selectionStart;
  const isTyped = event.inputType === 'insertText' && !event.isComposing && event.data?.length === 1;
  if (!isTyped || caret === null) return;
  const correction = correctionOf(language, field.value.slice(0, caret));
  if (!correction) return;
  const { from, to, text } = correction;
  field.setSelectionRange(from, to);
  document.execCommand('insertText', false, text);
  const end = caret + text.length - (to - from);
  field.setSelectionRange(end, end);
}
