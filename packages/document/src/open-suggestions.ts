import { fragments, suggestionRecords, type Fragment } from '@broadsheet/types';
import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import { fragmentToNode } from './fragment-to-node.ts';
import { schemas } from './schemas.ts';
import { suggestionId, suggestionMarks, suggestionOf } from './suggestion-marks.ts';

/** The ids of the suggestions that stand in a document, in the order of the text. */
export function suggestionsIn(document: Node): string[] {
  const found = new Set<string>();
  document.descendants((node) => {
    const suggestion = suggestionOf(node);
    if (suggestion) found.add(suggestion.id);
    for (const mark of suggestionMarks(node)) found.add(suggestionId(mark));
  });
  return [...found];
}

/** One open suggestion: where it stands, and whose it is as far as the document says. */
export interface OpenSuggestion {
  id: string;
  field: Fragment;
  author: string | null;
}

/**
 * The suggestions of an article that nobody has accepted or rejected: its length is the number that a check shows.
 * Throws `DocumentError` for a document that the schema does not know.
 */
export function openSuggestions(ydoc: Y.Doc): OpenSuggestion[] {
  const records = ydoc.getMap(suggestionRecords);
  return fragments.flatMap((field) =>
    suggestionsIn(fragmentToNode(ydoc.getXmlFragment(field), schemas[field])).map((id) => {
      const record = records.get(id);
      const author = typeof record === 'object' && record !== null && 'author' in record && record.author;
      return { id, field, author: typeof author === 'string' ? author : null };
    }),
  );
}
