import { Fragment, Mark, type Node, type Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { insertBehind, type Behind } from './suggest-behind.ts';
import { inlineOf, suggestedBlock } from './suggested-content.ts';
import { CannotSuggest, type OneId } from './suggester.ts';
import { plainMarks, splitSign, suggestionMarksThrough } from './suggestion-marks.ts';

/** Kinds that a sign within the text can split. */
const splitKinds = new Set(['paragraph', 'heading', 'question']);
/** Kinds whose text may go on in another line. */
const plainLines = new Set([...splitKinds, 'codeBlock', 'caption']);

/**
 * Adds what a change brings at a position, as a suggestion: words and split lines within the line, other blocks
 * after it. @returns where the added ends, null if there is nothing.
 */
export function suggestInsertion(result: Transaction, at: number, slice: Slice, id: OneId): number | null {
  if (slice.size <= 0) return null;
  const $at = result.doc.resolve(at);
  if (!hasBlocks(slice.content)) return insertInline(result, at, inlineOf(slice.content, id));
  const behind = splitKinds.has($at.parent.type.name) ? insertBehind(result, at, slice, id) : null;
  if (behind) return beforeBlocks(result, at, behind, id);
  const lines = $at.parent.isTextblock && slice.openStart > 0 ? plainLinesOf(slice.content) : null;
  if (lines) {
    const isLine = splitKinds.has($at.parent.type.name);
    const sign = result.doc.type.schema.text(isLine ? splitSign : ' ');
    const content = lines.flatMap((line, index) => (index === 0 ? line.content : [sign, ...line.content]));
    return insertInline(result, at, inlineOf(Fragment.fromArray(content), id));
  }
  return insertBlocks(result, at, withoutBareEnds(slice), id);
}

/** The line goes on with what the first of the new blocks brings for it. @returns where the caret belongs */
function beforeBlocks(result: Transaction, at: number, { line, caret }: Behind, id: OneId): number {
  const before = result.mapping.maps.length;
  insertInline(result, at, inlineOf(line, id));
  return result.mapping.slice(before).map(caret);
}

/** Whether any of these nodes is a block rather than text. */
const hasBlocks = (content: Fragment): boolean => content.content.some((node) => node.isBlock);

function insertInline(result: Transaction, at: number, added: Fragment): number | null {
  const { parent } = result.doc.resolve(at);
  const fitting = Fragment.fromArray(
    added.content.filter((node) => parent.type.contentMatch.matchType(node.type)),
  );
  if (fitting.size === 0) return null;
  const [place, content] = slid(result, at, fitting);
  result.insert(place, content);
  // within words that another has added it belongs to them as well: Yjs would else end their mark here and begin it anew
  for (const mark of around(result, place, content.size)) result.addMark(place, place + content.size, mark);
  return at + fitting.size;
}

function around(result: Transaction, from: number, size: number): readonly Mark[] {
  const { nodeBefore } = result.doc.resolve(from);
  const { nodeAfter } = result.doc.resolve(from + size);
  return suggestionMarksThrough(nodeBefore, nodeAfter).filter(({ type }) => type.name !== 'deletion');
}

/**
 * "a" before "a" is "a" after "a": Yjs is told of it as the latter, so the mark stands there too. Else it would change
 * which of the two letters is the one that was there before.
 */
function slid(result: Transaction, at: number, content: Fragment): [number, Fragment] {
  const after = result.doc.resolve(at).nodeAfter;
  const node = content.firstChild;
  if (content.childCount !== 1 || !node?.isText || !after?.isText) return [at, content];
  if (!Mark.sameSet(plainMarks(node.marks), after.marks)) return [at, content];
  const next = after.text ?? '';
  let text = node.text ?? '';
  let steps = 0;
  while (steps < next.length && next[steps] === text[0]) {
    text = text.slice(1) + (text[0] ?? '');
    steps += 1;
  }
  return [at + steps, Fragment.from(node.type.schema.text(text, node.marks))];
}

/** The lines of a piece of running text; null if there is a block in it that a line can't hold. */
function plainLinesOf(content: Fragment): Fragment[] | null {
  const lines: Fragment[] = [];
  let isPlain = true;
  content.forEach((node) => {
    if (node.isTextblock && plainLines.has(node.type.name)) lines.push(node.content);
    else if (node.type.name === 'listItem') lines.push(...(plainLinesOf(node.content) ?? []));
    else isPlain = false;
  });
  return isPlain && lines.length > 0 ? lines : null;
}

/** Blocks that stand apart from the line do not bring the empty halves that were to join with it. */
function withoutBareEnds({ content, openStart, openEnd }: Slice): Fragment {
  const isBare = (node: Node | undefined) => node?.isTextblock === true && node.content.size === 0;
  const blocks = [...content.content];
  if (openStart > 0 && blocks.length > 1 && isBare(blocks[0])) blocks.shift();
  if (openEnd > 0 && blocks.length > 1 && isBare(blocks.at(-1))) blocks.pop();
  return Fragment.fromArray(blocks);
}

function insertBlocks(result: Transaction, at: number, content: Fragment, id: OneId): number {
  const place = placeFor(result, at, content);
  const blocks = Fragment.fromArray(content.content.map((node) => suggestedBlock(node, id)));
  result.insert(place, blocks);
  return place + blocks.size - 1;
}

/** The nearest place at or after a position where the blocks fit. */
function placeFor(result: Transaction, at: number, content: Fragment): number {
  const $at = result.doc.resolve(at);
  for (let depth = $at.depth; depth >= 0; depth--) {
    const isHere = depth === $at.depth;
    const index = isHere && !$at.parent.isTextblock ? $at.index(depth) : $at.indexAfter(depth);
    if (isHere && $at.parent.isTextblock) continue;
    if ($at.node(depth).canReplace(index, index, content)) return isHere ? at : $at.after(depth + 1);
    if ($at.node(depth).type.spec.isolating) break;
  }
  throw new CannotSuggest('shape');
}
