import { Fragment, type Node } from '@tiptap/pm/model';
import type { OneId } from './suggester.ts';
import { plainMarks, suggestionMarks } from './suggestion-marks.ts';

/** Text without anybody else's suggestions on it, and this one on all of it. */
export function inlineOf(content: Fragment, id: OneId): Fragment {
  return Fragment.fromArray(content.content.flatMap((node) => suggestedInline(node, id)));
}

function suggestedInline(node: Node, id: OneId): Node[] {
  if (!node.isText) return [node.type.create({ ...node.attrs, suggestion: { id: id.value, op: 'insert' } })];
  if (suggestionMarks(node).some((mark) => mark.type.name === 'deletion')) return [];
  const insertion = node.type.schema.marks.insertion?.create({ id: id.value });
  const kept = plainMarks(node.marks);
  return [node.mark(insertion ? insertion.addToSet(kept) : kept)];
}

/** A block as it is added, and all that is in it. */
export function suggestedBlock(node: Node, id: OneId): Node {
  const marked = wordsOf(node, id);
  return 'suggestion' in node.attrs
    ? node.type.create({ ...node.attrs, suggestion: { id: id.value, op: 'insert' } }, marked)
    : node.type.create(node.attrs, marked);
}

/** What stands in an added block: its words are suggested too, so that what others write there can be told apart. */
function wordsOf(node: Node, id: OneId): Fragment {
  const children = node.content.content.flatMap((child): Node[] => {
    if (child.isInline) return suggestedInline(child, id);
    const attributes = 'suggestion' in child.attrs ? { ...child.attrs, suggestion: null } : child.attrs;
    return [child.type.create(attributes, wordsOf(child, id))];
  });
  return Fragment.fromArray(children);
}
