import { Fragment, type Node } from '@tiptap/pm/model';
import { newBlockId } from './block-id.ts';

/** The document with an id of its own for every block: missing and repeated ids are replaced, the first keeps. */
export function withUniqueIds(document: Node): Node {
  return document.copy(identify(document.content, new Set()));
}

function identify(content: Fragment, seen: Set<string>): Fragment {
  const children = content.content.map((node) => {
    if (!('id' in node.attrs)) return node;
    const given: unknown = node.attrs.id;
    const id = typeof given === 'string' && given !== '' && !seen.has(given) ? given : newBlockId();
    seen.add(id);
    const inner = node.isTextblock ? node.content : identify(node.content, seen);
    return node.type.create({ ...node.attrs, id }, inner, node.marks);
  });
  return Fragment.fromArray(children);
}
