import * as Y from 'yjs';

type Attributes = Record<string, unknown>;
interface Run {
  length: number;
  attributes: Attributes;
}

/**
 * Makes a change of marks touch nothing but what it changes. The binding (y-tiptap 3.0.9) sets all marks of a line anew
 * with each change in it, and Yjs then writes starts and ends of marks again that somebody else has set: what that
 * person writes at the end of theirs meanwhile would stand beside it, as if it were no suggestion.
 */
function writeChangedMarksOnly(): void {
  const { prototype } = Y.XmlText;
  const { applyDelta } = prototype;
  prototype.applyDelta = function (this: Y.XmlText, delta: unknown[], options) {
    const retained = asRuns(delta);
    applyDelta.call(this, retained ? changes(runsOf(this), retained) : delta, options);
  };
}
writeChangedMarksOnly();

/** Null for a change that does more than set marks. */
function asRuns(delta: readonly unknown[]): Run[] | null {
  const runs: Run[] = [];
  for (const { retain, attributes } of delta as { retain?: number; attributes?: Attributes }[]) {
    if (retain === undefined) return null;
    runs.push({ length: retain, attributes: attributes ?? {} });
  }
  return runs;
}

const runsOf = (text: Y.XmlText): Run[] =>
  (text.toDelta() as { insert: unknown; attributes?: Attributes }[]).map(({ insert, attributes = {} }) => ({
    length: typeof insert === 'string' ? insert.length : 1,
    attributes,
  }));

/** A delta of the attributes that differ, piece by piece. */
function changes(
  present: readonly Run[],
  wanted: readonly Run[],
): { retain: number; attributes?: Attributes }[] {
  const delta: { retain: number; attributes?: Attributes }[] = [];
  let [at, used] = [0, 0];
  for (const { length, attributes } of wanted) {
    for (let left = length; left > 0;) {
      const run = present[at];
      const retain = run ? Math.min(left, run.length - used) : left;
      const changed = Object.entries(attributes).filter(
        ([name, value]) => !isSame(run?.attributes[name], value),
      );
      delta.push({ retain, ...(changed.length > 0 && { attributes: Object.fromEntries(changed) }) });
      left -= retain;
      used += retain;
      if (used === run?.length) [at, used] = [at + 1, 0];
    }
  }
  return delta;
}

const isSame = (one: unknown, other: unknown): boolean =>
  (one ?? null) === (other ?? null) || JSON.stringify(one) === JSON.stringify(other);
