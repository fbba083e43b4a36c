import { suggestionId, suggestionMarks, suggestionOf } from '@broadsheet/document';
import type { BlockTurn, Fragment } from '@broadsheet/types';
import type { Node } from '@tiptap/pm/model';

/** What is proposed about one block. */
export interface BlockProposal {
  op: 'insert' | 'delete' | 'join' | 'turn';
  kind: string;
  /** What the block is now beside its words. */
  attrs: Readonly<Record<string, unknown>>;
  next: BlockTurn | null;
}

/** One suggestion as it stands in a field. */
export interface FoundSuggestion {
  id: string;
  field: Fragment;
  from: number;
  to: number;
  inserted: string;
  deleted: string;
  blocks: BlockProposal[];
}

interface Part extends Omit<FoundSuggestion, 'field'> {
  id: string;
}

const known = new WeakMap<Node, readonly Part[]>();

/** Every suggestion of a field, in the order of the text. A block that did not change is not looked at again. */
export function foundSuggestions(field: Fragment, document: Node): FoundSuggestion[] {
  const found = new Map<string, FoundSuggestion>();
  document.forEach((block, offset) => {
    for (const part of partsOf(block)) {
      const { id } = part;
      const whole = found.get(id) ?? {
        ...{ id, field, from: part.from + offset, to: 0 },
        ...{ inserted: '', deleted: '', blocks: [] },
      };
      whole.to = part.to + offset;
      whole.inserted += part.inserted;
      whole.deleted += part.deleted;
      whole.blocks.push(...part.blocks);
      found.set(id, whole);
    }
  });
  return [...found.values()];
}

/** Places within the block, which begins at 0. */
function partsOf(block: Node): readonly Part[] {
  const before = known.get(block);
  if (before) return before;
  const parts: Part[] = [];
  const look = (node: Node, at: number) => {
    const place = { from: at, to: at + node.nodeSize };
    const none = { inserted: '', deleted: '', blocks: [] };
    const suggestion = suggestionOf(node);
    if (suggestion && node.isBlock) {
      const next = suggestion.op === 'turn' ? suggestion.next : null;
      const proposal = { op: suggestion.op, kind: node.type.name, attrs: node.attrs, next };
      // an item begins beside its first line
      const from = at + (node.type.name.endsWith('Item') ? 2 : 1);
      parts.push({ ...none, id: suggestion.id, from, to: from, blocks: [proposal] });
    }
    for (const mark of suggestionMarks(node)) {
      const text = node.text ?? '';
      parts.push({
        ...none,
        ...place,
        id: suggestionId(mark),
        ...(mark.type.name === 'insertion' ? { inserted: text } : { deleted: text }),
      });
    }
  };
  look(block, 0);
  block.descendants((node, position) => look(node, position + 1));
  known.set(block, parts);
  return parts;
}
