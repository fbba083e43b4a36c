import type { Editor } from '@tiptap/core';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { goToField } from './field-moves.ts';
import { fieldsBeside, focusEnd, isBlockField, placeOfField } from './field-places.ts';

/** The field of the page above the text, if it is there. */
export type Above = () => Editor | undefined;

/** Blocks with a title that are chosen as a whole once they are made. */
const recordings = new Set(['video', 'audio', 'embed']);
/** What arrows change. */
const ownArrows = 'select, [type=date]';
const modifiers = ['Alt', 'Control', 'Meta', 'Shift'];

/** From the first line of a block to the field above it, from the last to the one below; down into a picture that is chosen. */
export function enterField(view: EditorView, side: 'above' | 'below'): boolean {
  const { selection } = view.state;
  if (selection instanceof NodeSelection && selection.node.type.name === 'picture')
    return side === 'below' && enterChosen(view);
  if (!(selection instanceof TextSelection)) return false;
  if (!selection.empty) return false;
  if (!view.endOfTextblock(side === 'above' ? 'up' : 'down')) return false;
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const [field] = fieldsBeside(view, $from.before(depth), side);
    if (field) return focusEnd(field);
    const parent = $from.node(depth - 1);
    const isEdge = $from.index(depth - 1) === (side === 'above' ? 0 : parent.childCount - 1);
    // the cells of a row stand beside each other
    if (!isEdge && parent.type.name !== 'tableRow') return false;
  }
  return false;
}

/** From a block that is chosen as a whole to what one writes first: the title of a recording, the caption of a picture. */
export function enterChosen(view: EditorView): boolean {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection)) return false;
  const { name } = selection.node.type;
  if (name === 'picture') return goToWords(view, selection.from, 'below');
  if (!recordings.has(name)) return false;
  const [title] = fieldsBeside(view, selection.from, 'above');
  return title !== undefined && focusEnd(title);
}

/** True if the key, pressed in a field of a block, led out of it. */
export function leaveField(view: EditorView, event: KeyboardEvent, above: Above): boolean {
  const { target: field, key } = event;
  if (!isBlockField(field) || event.isComposing || modifiers.some((each) => event.getModifierState(each)))
    return false;
  const place = placeOfField(view, field);
  if (!place || (key.startsWith('Arrow') && field.matches(ownArrows))) return false;
  const { at, side } = place;
  const fields = fieldsBeside(view, at, side);
  const index = fields.indexOf(field);
  const goOn = () => (side === 'above' ? goToWords(view, at, side) : goBehind(view, at));
  const goBack = () => (side === 'above' ? goBefore(view, at, above) : goToWords(view, at, side));
  const [before, after] = [fields[index - 1], fields[index + 1]];
  if (key === 'Escape') return goToWords(view, at, side);
  if (key === 'Enter') return goOn();
  if (key === 'ArrowDown') return after ? focusEnd(after) : goOn();
  return key === 'ArrowUp' && (before ? focusEnd(before) : goBack());
}

/** To the first line of a block from above, to its last from below. */
function goToWords(view: EditorView, at: number, side: 'above' | 'below'): true {
  const { doc } = view.state;
  const inside = at + 1 + (side === 'above' ? 0 : (doc.nodeAt(at)?.content.size ?? 0));
  return select(view, Selection.near(doc.resolve(inside), side === 'above' ? 1 : -1));
}

function goBefore(view: EditorView, at: number, above: Above): boolean {
  const before = Selection.findFrom(view.state.doc.resolve(at), -1);
  return before ? select(view, before) : goToField(above(), 'end');
}

/** To what follows a block; at the end of the text there is a new line. */
function goBehind(view: EditorView, at: number): true {
  const { doc, schema, tr } = view.state;
  let $after = doc.resolve(at + (doc.nodeAt(at)?.nodeSize ?? 0));
  while (!$after.nodeAfter && $after.depth > 0) $after = doc.resolve($after.after());
  if (!$after.nodeAfter && schema.nodes['paragraph'])
    view.dispatch(tr.insert($after.pos, schema.nodes['paragraph'].create()));
  return select(view, Selection.near(view.state.doc.resolve($after.pos), 1));
}

/** At once: Tiptap's own `focus` waits for a frame, and a fast key would be lost. */
function select(view: EditorView, selection: Selection): true {
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  view.focus();
  return true;
}
