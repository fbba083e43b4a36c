import { Fragment, type Mark, type Node } from '@tiptap/pm/model';
import { marksOfSuggestions, suggestionId, suggestionMarks, suggestionOf } from './suggestion-marks.ts';

/** Which suggestions, by their ids. */
type Meant = (id: string) => boolean;
const all: Meant = () => true;

/**
 * The document as if every open suggestion were rejected: what is published, counted and searched. A suggested block
 * in which somebody wrote directly is there to stay, because those words are no suggestion.
 * @param isMeant which of them, if not all
 */
export function withoutSuggestions(document: Node, isMeant = all): Node {
  const content = bareChildren(document, isMeant);
  if (content === document.content) return document;
  return document.type.createAndFill(document.attrs, content) ?? document;
}

/** The same fragment if nothing in it is suggested, so that a text without suggestions costs a walk and no copies. */
function bareChildren(parent: Node, isMeant: Meant): Fragment {
  let hasChanged = false;
  const children = parent.children.flatMap((child) => {
    const bare = bareNode(child, isMeant);
    if (bare !== child) hasChanged = true;
    return bare ?? [];
  });
  return hasChanged ? Fragment.fromArray(children) : parent.content;
}

function bareNode(node: Node, isMeant: Meant): Node | null {
  if (node.isText) return bareText(node, isMeant);
  const content = bareChildren(node, isMeant);
  const suggestion = suggestionOf(node);
  const isOthers = suggestion !== null && !isMeant(suggestion.id);
  if (suggestion?.op === 'insert' && !isOthers && !hasWords(content)) return null;
  const stays = isOthers || !node.attrs.suggestion;
  if (content === node.content && stays) return node;
  const attributes = stays ? node.attrs : { ...node.attrs, suggestion: null };
  if (content.childCount === 0 && node.content.childCount > 0 && !staysEmpty(node)) return null;
  return node.type.createAndFill(attributes, content, node.marks);
}

function bareText(node: Node, isMeant: Meant): Node | null {
  const isOfMeant = (mark: Mark) => isMeant(suggestionId(mark));
  if (suggestionMarks(node).some((mark) => mark.type.name === 'insertion' && isOfMeant(mark))) return null;
  const gone = marksOfSuggestions(node.marks).filter(isOfMeant);
  return gone.length === 0 ? node : node.mark(node.marks.filter((mark) => !gone.includes(mark)));
}

/** Whether somebody wrote directly in a block, with which it stays whatever is suggested of it. */
export const holdsWords = (block: Node): boolean => hasWords(bareChildren(block, all));

export function hasWords(content: Fragment): boolean {
  return content.content.some((node) => (node.isText ? true : node.textContent !== ''));
}

/** What keeps its place when all in it is gone: a line of text, and the cell of a table, which would not fit without. */
export const staysEmpty = (node: Node): boolean =>
  node.isTextblock || node.type.validContent(Fragment.empty) || 'colspan' in node.attrs;
