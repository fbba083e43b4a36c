import { Fragment, type Node } from '@tiptap/pm/model';

/** The node as it is without the marks of comments: what they are about is no concern of a reader or a revision. */
export function withoutComments(node: Node): Node {
  const comment = node.type.schema.marks['comment'];
  if (!comment) return node;
  if (node.isText) return node.mark(comment.removeFromSet(node.marks));
  return node.copy(Fragment.fromArray(node.children.map(withoutComments)));
}
