import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/** What a block says beside its words: one line each, kept as an attribute and written in a field of its own. */
export const lineNames = ['title', 'attribution', 'caption', 'credit', 'alt'] as const;
export type LineName = (typeof lineNames)[number];

/** As the schema has it. */
const longest = (name: LineName) => (name === 'alt' ? 1000 : 300);

/** The lines of a block that say something. */
export function linesOf(block: Node): { name: LineName; text: string }[] {
  return lineNames.flatMap((name) => {
    const text: unknown = block.attrs[name];
    return typeof text === 'string' && text !== '' ? [{ name, text }] : [];
  });
}

/** A line as a block keeps it, null if it says nothing. Undefined if it is too long to be kept. */
export function keptLine(name: LineName, text: string): string | null | undefined {
  if (text.length > longest(name)) return undefined;
  return text.trim() === '' ? null : text;
}

/** The field that says these words, in the block at a place; null where none does, or it is not drawn. */
export function fieldSaying(view: EditorView, at: number, words: string): HTMLInputElement | null {
  const block = view.nodeDOM(at);
  if (!(block instanceof HTMLElement) || words === '') return null;
  return [...block.querySelectorAll('input')].find(({ value }) => value.includes(words)) ?? null;
}

/** Selects a part of what a field says, in the block at a place. */
export function selectInField(
  view: EditorView,
  at: number,
  field: HTMLInputElement,
  part: { from: number; to: number },
): void {
  // a picture shows its fields once the focus is in one
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'nearest' });
  field.setSelectionRange(part.from, part.to);
}
