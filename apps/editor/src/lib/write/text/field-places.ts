import type { EditorView } from '@tiptap/pm/view';

export type BlockField = HTMLInputElement | HTMLSelectElement;
/** Where a block shows a field: before its words or after them. */
type Side = 'above' | 'below';

/** What of a block is drawn beside its words. */
const parts = '.block-part, .pic-words, .said';

export const isBlockField = (target: EventTarget | null): target is BlockField =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

/** The fields of the block at a place that one can write in now, in order. */
export function fieldsBeside(view: EditorView, at: number, side: Side): BlockField[] {
  const block = view.nodeDOM(at);
  if (!(block instanceof HTMLElement)) return [];
  const children = [...block.children];
  const words = children.findIndex((child) => !child.matches(parts));
  return children
    .filter((child, index) => child.matches(parts) && (words === -1 || index < words) === (side === 'above'))
    .flatMap((part) => (isBlockField(part) ? part : [...part.querySelectorAll<BlockField>('input, select')]))
    .filter((field) => !field.disabled && field.offsetParent !== null);
}

/** The block of a field, and where in it the field stands; null for fields that belong to no block. */
export function placeOfField(view: EditorView, field: BlockField): { at: number; side: Side } | null {
  const block = field.closest(parts)?.parentElement;
  if (!block || !view.dom.contains(block)) return null;
  const at = view.posAtDOM(block, 0) - 1;
  if (at < 0 || view.nodeDOM(at) !== block) return null;
  return { at, side: fieldsBeside(view, at, 'above').includes(field) ? 'above' : 'below' };
}

/** The focus goes to a field, the caret behind what it says. */
export function focusEnd(field: BlockField): true {
  field.focus();
  if (field instanceof HTMLInputElement && field.type === 'text')
    field.setSelectionRange(field.value.length, field.value.length);
  return true;
}
