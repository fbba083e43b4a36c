import type { EditorView } from '@tiptap/pm/view';
import { fieldSaying } from '../text/block-fields.ts';
import type { FoundPlace } from './found-texts.ts';

/** The field in which something was found; null for what stands in the text. */
export function fieldOf(view: EditorView, { from, line }: FoundPlace): HTMLInputElement | null {
  const said: unknown = line && view.state.doc.nodeAt(from)?.attrs[line];
  return typeof said === 'string' ? fieldSaying(view, from, said) : null;
}

/** Marks the fields in which something was found: what they say is no text that could be decorated. */
export function markFields(view: EditorView, found: readonly FoundPlace[], current: FoundPlace | null): void {
  const fields = new Set(found.map((place) => fieldOf(view, place)).filter((field) => field !== null));
  for (const field of view.dom.querySelectorAll<HTMLInputElement>('[data-found]'))
    if (!fields.has(field)) delete field.dataset['found'];
  const here = current && fieldOf(view, current);
  for (const field of fields) field.dataset['found'] = field === here ? 'current' : '';
}
