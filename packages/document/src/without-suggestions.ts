import { Fragment, type Node } from '@tiptap/pm/model';
import { isInserted, plainMarks, suggestionOf } from './suggestion-marks.ts';

/**
 * The document as if every open suggestion were rejected: what is published, counted and searched. A suggested block
 * in which somebody wrote directly is there to stay, because those words are no suggestion.
 */
export function withoutSuggestions(document: Node): Node {
  const content = bareChildren(document);
  if (content === document.content) return document;
  return document.type.createAndFill(document.attrs, content) ?? document;
}

/** The same fragment if nothing in it is suggested, so that a text without suggestions costs a walk and no copies. */
function bareChildren(parent: Node): Fragment {
  let hasChanged = false;
  const children = parent.children.flatMap((child) => {
    const bare = bareNode(child);
    if (bare !== child) hasChanged = true;
    return bare ?? [];
  });
  return hasChanged ? Fragment.fromArray(children) : parent.content;
}

function bareNode(node: Node): Node | null {
  if (node.isText) return bareText(node);
  const content = bareChildren(node);
  const suggestion = suggestionOf(node);
  if (suggestion?.op === 'insert' && !hasWords(content)) return null;
  if (content === node.content && !node.attrs.suggestion) return node;
  const attributes = 'suggestion' in node.attrs ? { ...node.attrs, suggestion: null } : node.attrs;
  if (content.childCount === 0 && node.content.childCount > 0 && !staysEmpty(node)) return null;
  return node.type.createAndFill(attributes, content, node.marks);
}

function bareText(node: Node): Node | null {
  if (isInserted(node)) return null;
  const marks = plainMarks(node.marks);
  return marks.length === node.marks.length ? node : node.mark(marks);
}

/** Whether somebody wrote directly in a block, with which it stays whatever is suggested of it. */
export const holdsWords = (block: Node): boolean => hasWords(bareChildren(block));

export function hasWords(content: Fragment): boolean {
  return content.content.some((node) => (node.isText ? true : node.textContent !== ''));
}

/** What keeps its place when all in it is gone: a line of text, and the cell of a table, which would not fit without. */
export const staysEmpty = (node: Node): boolean =>
  node.isTextblock || node.type.validContent(Fragment.empty) || 'colspan' in node.attrs;
