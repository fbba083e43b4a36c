import * as Y from 'yjs';
import type { Change } from './letters-of-line.ts';

/** What makes the block that is gone once more: those who began to write there at the same time find each other in it. */
const makers = new WeakMap<object, () => Y.XmlElement>();

/**
 * Makes the block of a line once more, where it stood. For a line that was empty when it was taken away: whoever did that
 * has not taken away what others had begun to write there.
 * @returns what makes it, once; null if more was taken away with it than this line
 */
export function blockAgain({ parent }: Y.XmlText, change: Change): (() => Y.XmlElement) | null {
  const maker = makers.get(parent as object) ?? makerOf(parent, change);
  if (maker) makers.set(parent as object, maker);
  return maker;
}

function makerOf(block: Y.XmlText['parent'], change: Change): (() => Y.XmlElement) | null {
  const path: Element[] = [];
  let at: unknown = block;
  let top: Y.XmlElement | null = null;
  for (; at instanceof Y.XmlElement && at._item?.deleted; at = at.parent) {
    if (holdsMore(at, top, change)) return null;
    path.unshift({ name: at.nodeName, attributes: attributesOf(at, change) });
    top = at;
  }
  if (!top || !(at instanceof Y.AbstractType)) return null;
  // Yjs knows what the outermost type is only once it was asked for
  const parent = at instanceof Y.XmlElement ? at : change.doc.getXmlFragment(Y.findRootTypeKey(at));
  let index = 0;
  for (let item = parent._start; item && item !== top._item; item = item.right)
    if (!item.deleted && item.countable) index += item.length;
  const place = Y.createRelativePositionFromTypeIndex(parent, index);
  let made: Y.XmlElement | null = null;
  return () => (made ??= insert(change.doc, parent, place, path));
}

interface Element {
  name: string;
  attributes: [string, unknown][];
}

/** Whether something else was taken away in it that was known to whoever did it. */
function holdsMore({ _start }: Y.XmlElement, one: Y.XmlElement | null, { gone, known }: Change): boolean {
  for (let item = _start; item; item = item.right) {
    const isBlock = item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement;
    if (isBlock && item !== one?._item && Y.isDeleted(gone, item.id) && Y.isDeleted(known, item.id))
      return true;
  }
  return false;
}

function attributesOf({ _map }: Y.XmlElement, { changed, gone }: Change): [string, unknown][] {
  const attributes: [string, unknown][] = [];
  for (const [name, { content, deleted, id }] of _map)
    if (content instanceof Y.ContentAny && (!deleted || Y.isDeleted(gone, id)))
      attributes.push([name, content.arr[0]]);
  // the next line may have been joined to the empty one, and bear its id now
  const isTaken = ([name, value]: [string, unknown]) =>
    name === 'id' &&
    [...changed.keys()].some((type) => type instanceof Y.XmlElement && type.getAttribute('id') === value);
  return attributes.filter((attribute) => !isTaken(attribute));
}

function insert(
  ydoc: Y.Doc,
  parent: Y.XmlFragment,
  place: Y.RelativePosition,
  path: readonly Element[],
): Y.XmlElement {
  const elements = path.map(({ name, attributes }) => {
    const element = new Y.XmlElement(name);
    // numbers and the like, as y-tiptap writes them
    for (const [key, value] of attributes) element.setAttribute(key, value as string);
    return element;
  });
  elements.forEach(
    (element, depth) => elements[depth + 1] && element.insert(0, [elements[depth + 1] as Y.XmlElement]),
  );
  const index = Y.createAbsolutePositionFromRelativePosition(place, ydoc)?.index ?? parent.length;
  parent.insert(index, elements.slice(0, 1));
  return elements.at(-1) as Y.XmlElement;
}
