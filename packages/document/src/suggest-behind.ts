import { Fragment, type Node, type ResolvedPos, type Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { suggestedBlock } from './suggested-content.ts';
import type { OneId } from './suggester.ts';
import { marksOfSuggestions, suggestionId, suggestionOf } from './suggestion-marks.ts';

/** What is left to be done once the blocks stand. */
export interface Behind {
  /** What the first block brings for the line that they stand behind. */
  line: Fragment;
  /** Where what was brought ends. */
  caret: number;
}

/**
 * Adds lines at the end of a line as blocks of their own, which are what they are at once and can become anything
 * else. What this person added behind the caret goes on in the last of them. Null where something else follows, or
 * where no block fits.
 */
export function insertBehind(result: Transaction, at: number, slice: Slice, id: OneId): Behind | null {
  const $at = result.doc.resolve(at);
  const rest = ownRest($at, id);
  const groups = groupsOf(slice);
  const outer = groups?.findIndex(({ blocks }) => blocks.length > 0) ?? -1;
  if (!rest || !groups || outer < 0 || slice.openEnd < outer || slice.openStart > $at.depth) return null;
  if (rest.size > 0 && !endsInLine(slice)) return null;
  const places = groups.map((_, depth) => $at.after($at.depth + 1 - (groups.length - depth)));
  const fits = groups.every(({ blocks }, depth) => isFit(result.doc, places[depth] ?? 0, blocks));
  if (!fits) return null;
  if (rest.size > 0) result.delete(at, at + rest.size);
  let caret = 0;
  groups.forEach(({ blocks }, depth) => {
    if (blocks.length === 0) return;
    const place = (places[depth] ?? 0) - rest.size;
    const added = Fragment.fromArray(blocks.map((block) => suggestedBlock(withNewIds(block, $at), id)));
    result.insert(place, added);
    // of those that stand deeper, and so before, each moves it on
    caret = depth === outer ? place + added.size - (slice.openEnd - outer) : caret + added.size;
    if (depth === outer && rest.size > 0) result.insert(caret, rest);
  });
  return { line: groups.at(-1)?.line ?? Fragment.empty, caret };
}

/** What stands behind a place in its line, if this person added all of it. */
function ownRest($at: ResolvedPos, id: OneId): Fragment | null {
  const rest = $at.parent.slice($at.parentOffset).content;
  const isOwn = (node: Node) => {
    const suggestion = suggestionOf(node);
    if (!node.isText) return suggestion?.op === 'insert' && id.isMine(suggestion.id);
    const marks = marksOfSuggestions(node.marks);
    return (
      marks.length > 0 &&
      marks.every((mark) => mark.type.name === 'insertion' && id.isMine(suggestionId(mark)))
    );
  };
  return rest.content.every(isOwn) ? rest : null;
}

interface Group {
  blocks: readonly Node[];
  line: Fragment;
}

/** What stands beside the open start of a slice, from the outermost; null if it does not begin within a line. */
function groupsOf({ content, openStart }: Slice): Group[] | null {
  const groups: Group[] = [];
  let level = content;
  for (let depth = 0; depth < openStart; depth++) {
    const [first, ...blocks] = level.content;
    if (!first || first.isLeaf) return null;
    level = first.content;
    groups.push({ blocks, line: level });
    if (depth === openStart - 1 && !first.isTextblock) return null;
  }
  return groups;
}

function endsInLine({ content, openEnd }: Slice): boolean {
  let node = content.lastChild;
  for (let depth = 1; depth < openEnd; depth++) node = node?.lastChild ?? null;
  return node?.isTextblock ?? false;
}

function isFit(document: Node, place: number, blocks: readonly Node[]): boolean {
  const $place = document.resolve(place);
  const canBeAdded = blocks.every(({ attrs }) => 'suggestion' in attrs);
  return (
    canBeAdded && $place.parent.canReplace($place.index(), $place.index(), Fragment.fromArray([...blocks]))
  );
}

/** A split has the same id on both sides: what stands keeps it. */
function withNewIds(block: Node, $at: ResolvedPos): Node {
  if (block.isText) return block;
  const isTaken = Array.from({ length: $at.depth }, (_, depth) => $at.node(depth + 1)).some(
    ({ attrs }) => attrs.id === block.attrs.id && attrs.id !== undefined,
  );
  const content = Fragment.fromArray(block.content.content.map((child) => withNewIds(child, $at)));
  return block.type.create(isTaken ? { ...block.attrs, id: null } : block.attrs, content, block.marks);
}
