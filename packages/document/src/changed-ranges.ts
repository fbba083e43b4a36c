import { AddMarkStep, Mapping, RemoveMarkStep, type Step, type StepMap } from '@tiptap/pm/transform';

/** A part of the old document and what stands in its place in the new one. */
export interface ChangedRange {
  from: number;
  to: number;
  newFrom: number;
  newTo: number;
}

/** What the steps change, in order and apart from each other; marks count as a change of the text they are set on. */
export function changedRanges(
  steps: readonly Step[],
  maps = steps.map((step) => step.getMap()),
): ChangedRange[] {
  const found = steps.flatMap((step, index) => {
    const back = new Mapping(maps.slice(0, index)).invert();
    const forth = new Mapping(maps.slice(index + 1));
    return touched(step, maps[index]).map(([from, to, newFrom, newTo]) => ({
      from: back.map(from, -1),
      to: back.map(to, 1),
      newFrom: forth.map(newFrom, -1),
      newTo: forth.map(newTo, 1),
    }));
  });
  return merged(found.sort((a, b) => a.newFrom - b.newFrom || a.newTo - b.newTo));
}

type Touched = [from: number, to: number, newFrom: number, newTo: number];

function touched(step: Step, map: StepMap | undefined): Touched[] {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep)
    return [[step.from, step.to, step.from, step.to]];
  const parts: Touched[] = [];
  map?.forEach((from, to, newFrom, newTo) => parts.push([from, to, newFrom, newTo]));
  return parts;
}

function merged(ranges: readonly ChangedRange[]): ChangedRange[] {
  const result: ChangedRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && (range.newFrom <= last.newTo || range.from <= last.to)) {
      last.from = Math.min(last.from, range.from);
      last.to = Math.max(last.to, range.to);
      last.newTo = Math.max(last.newTo, range.newTo);
    } else result.push({ ...range });
  }
  return result;
}
