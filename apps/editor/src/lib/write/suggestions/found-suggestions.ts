import { plainMarks, splitSign, suggestionId, suggestionMarks, suggestionOf } from '@broadsheet/document';
import type { BlockTurn, Fragment } from '@broadsheet/types';
import type { Mark, Node } from '@tiptap/pm/model';

/** What is proposed about one block. */
export interface BlockProposal {
  op: 'insert' | 'delete' | 'join' | 'turn';
  kind: string;
  /** What the block is now beside its words. */
  attrs: Readonly<Record<string, unknown>>;
  /** What it says, if it comes or goes with that. */
  text: string;
  next: BlockTurn | null;
}

/** One suggestion as it stands in a field. */
export interface FoundSuggestion {
  id: string;
  field: Fragment;
  from: number;
  to: number;
  /** Words that are added, but for those of added blocks; a sign stands between those of two lines. */
  inserted: string;
  deleted: string;
  /** How the added words look and where they lead, and the same of those that go. */
  marks: Record<'inserted' | 'deleted', readonly Mark[]>;
  blocks: BlockProposal[];
}

/** One place of a suggestion within a top block, which begins at 0. */
interface Part {
  id: string;
  from: number;
  to: number;
  block?: BlockProposal;
  /** Words in a line, named by where it begins. */
  words?: { in: 'inserted' | 'deleted'; line: number; text: string; marks: readonly Mark[] };
}

const known = new WeakMap<Node, readonly Part[]>();

/** Every suggestion of a field, in the order of the text. A block that did not change is not looked at again. */
export function foundSuggestions(field: Fragment, document: Node): FoundSuggestion[] {
  const found = new Map<string, FoundSuggestion>();
  const lines = new Map<string, number>();
  document.forEach((top, offset) => {
    for (const { id, from, to, block, words } of partsOf(top)) {
      const whole = found.get(id) ?? {
        ...{ id, field, from: from + offset, to: 0, inserted: '', deleted: '' },
        ...{ marks: { inserted: [], deleted: [] }, blocks: [] },
      };
      found.set(id, whole);
      whole.to = to + offset;
      if (block) whole.blocks.push(block);
      if (!words) continue;
      const key = `${words.in} ${id}`;
      const isOtherLine = whole[words.in] !== '' && lines.get(key) !== words.line + offset;
      lines.set(key, words.line + offset);
      whole[words.in] += `${isOtherLine ? splitSign : ''}${words.text}`;
      whole.marks[words.in] = [...whole.marks[words.in], ...words.marks];
    }
  });
  return [...found.values()];
}

function partsOf(top: Node): readonly Part[] {
  const before = known.get(top);
  if (before) return before;
  const parts: Part[] = [];
  /** @param added what adds a block around, whose words are said with it */
  const look = (node: Node, at: number, line: number, added: string | null) => {
    if (node.isText) return lookAtText(parts, node, at, line, added);
    const suggestion = node.isBlock ? suggestionOf(node) : null;
    if (suggestion) {
      // an item begins beside its first line
      const from = at + (node.type.name.endsWith('Item') ? 2 : 1);
      parts.push({ id: suggestion.id, from, to: from, block: proposalOf(node, suggestion) });
    }
    const within = suggestion?.op === 'insert' ? suggestion.id : added;
    node.forEach((child, offset) => look(child, at + 1 + offset, at, within));
  };
  look(top, 0, 0, null);
  known.set(top, parts);
  return parts;
}

function proposalOf(node: Node, suggestion: NonNullable<ReturnType<typeof suggestionOf>>): BlockProposal {
  const { op } = suggestion;
  const isWhole = op === 'insert' || op === 'delete';
  return {
    ...{ op, kind: node.type.name, attrs: node.attrs },
    text: isWhole ? node.textBetween(0, node.content.size, ' ') : '',
    next: op === 'turn' ? suggestion.next : null,
  };
}

function lookAtText(parts: Part[], node: Node, at: number, line: number, added: string | null): void {
  const text = node.text ?? '';
  for (const mark of suggestionMarks(node)) {
    const kind = mark.type.name === 'insertion' ? 'inserted' : 'deleted';
    const place = { id: suggestionId(mark), from: at, to: at + node.nodeSize };
    const isSaid = kind === 'inserted' && place.id === added;
    parts.push(isSaid ? place : { ...place, words: { in: kind, line, text, marks: plainMarks(node.marks) } });
  }
}
