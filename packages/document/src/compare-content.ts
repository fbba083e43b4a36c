import type { ArticleContent } from '@broadsheet/types';
import { linesOf, type DetailName, type LineKind, type TextLine } from './compare-lines.ts';
import { areMarkedOtherwise } from './compare-marks.ts';
import { compareWords, type ComparedPart } from './compare-words.ts';
import { longestRise } from './longest-rise.ts';

/** Something of a line that is no text and is different; an empty value was not there. */
export interface ComparedDetail {
  name: DetailName;
  before: string;
  after: string;
}

/** A line of two versions: as the later one has it, or as the earlier one had it if it was taken out. */
export interface ComparedLine {
  line: TextLine;
  /** As the earlier version had it; the same where only one of them has it. */
  earlier: TextLine;
  change: 'same' | 'changed' | 'moved' | 'added' | 'removed';
  /** A block that came, went or was moved as a whole is one change, begun by its first line. */
  beginsChange: boolean;
  parts: ComparedPart[];
  details: ComparedDetail[];
  /** What kind of block it was, if another. */
  was: LineKind | null;
  /** What it stood in and stands in, if that is another; null is the text itself. */
  held: { before: LineKind | null; after: LineKind | null } | null;
  /** Emphasis, links or languages of words that stayed are different. */
  isMarkedOtherwise: boolean;
}

/**
 * Two versions of an article line by line, in the later one's order. Lines are the same by their block's id, which
 * survives editing; what was taken out stands where it stood.
 */
export function compareContent(before: ArticleContent, after: ArticleContent): ComparedLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const places = new Map(old.map((line, index) => [line.key, index]));
  const kept = fresh.filter(({ key }) => places.has(key));
  const inOrder = new Set(longestRise(kept, ({ key }) => places.get(key) ?? 0).map(({ key }) => key));
  const present = new Set(fresh.map(({ key }) => key));
  const compared: ComparedLine[] = [];
  let next = 0;
  const addRemoved = (until: number) => {
    for (; next < until; next++) {
      const line = old[next];
      if (line && !present.has(line.key)) compared.push(alone(line, 'removed'));
    }
  };
  for (const line of fresh) {
    const place = places.get(line.key);
    const was = place === undefined ? undefined : old[place];
    if (!was || place === undefined) {
      compared.push(alone(line, 'added'));
      continue;
    }
    if (inOrder.has(line.key)) {
      addRemoved(place);
      next = place + 1;
    }
    compared.push(compareLine(was, line, !inOrder.has(line.key)));
  }
  addRemoved(old.length);
  return withBeginnings(compared.filter(({ line, details }) => !line.isQuiet || details.length > 0));
}

/** How many places are different, for a heading that says so. */
export const countChanges = (lines: readonly ComparedLine[]): number =>
  lines.filter(({ beginsChange }) => beginsChange).length;

function withBeginnings(lines: readonly ComparedLine[]): ComparedLine[] {
  const blocksOf = ({ line }: ComparedLine) => [...line.holders.map(({ key }) => key), line.key];
  const changes = new Map<string, Set<ComparedLine['change']>>();
  for (const one of lines)
    for (const key of blocksOf(one)) changes.set(key, (changes.get(key) ?? new Set()).add(one.change));
  const begun = new Set<string>();
  return lines.map((one) => {
    if (one.change === 'same') return one;
    const whole =
      one.change === 'changed' ? undefined : blocksOf(one).find((key) => changes.get(key)?.size === 1);
    const place = whole ?? one.line.key;
    const beginsChange = !begun.has(place);
    begun.add(place);
    return { ...one, beginsChange };
  });
}

const isCell = (kind: LineKind | null) => kind === 'tableCell' || kind === 'tableHeader';

function compareLine(was: TextLine, line: TextLine, isMoved: boolean): ComparedLine {
  const parts = compareWords(was.text, line.text);
  const details = compareDetails(was.details, line.details);
  const isSameText = was.text === line.text;
  const isMarkedOtherwise = areMarkedOtherwise(was.runs, line.runs, parts);
  // of a cell that became a header the cell itself tells
  const isHeldOtherwise = was.within !== line.within && !(isCell(was.within) && isCell(line.within));
  const isRetyped = was.kind !== line.kind || isHeldOtherwise;
  const isChanged = !isSameText || details.length > 0 || isMarkedOtherwise || isRetyped;
  return {
    line,
    earlier: was,
    change: isMoved ? 'moved' : isChanged ? 'changed' : 'same',
    beginsChange: false,
    parts,
    details,
    was: was.kind === line.kind ? null : was.kind,
    held: isHeldOtherwise ? { before: was.within, after: line.within } : null,
    isMarkedOtherwise,
  };
}

function alone(line: TextLine, change: 'added' | 'removed'): ComparedLine {
  const parts = line.text === '' ? [] : [{ text: line.text, change }];
  return {
    ...{ line, earlier: line, change, beginsChange: false, parts, details: [] },
    ...{ was: null, held: null, isMarkedOtherwise: false },
  };
}

function compareDetails(was: TextLine['details'], is: TextLine['details']): ComparedDetail[] {
  const names = new Set([...Object.keys(was), ...Object.keys(is)] as DetailName[]);
  return [...names]
    .map((name) => ({ name, before: was[name] ?? '', after: is[name] ?? '' }))
    .filter(({ before, after }) => before !== after);
}
