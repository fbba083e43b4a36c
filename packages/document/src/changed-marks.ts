import * as Y from 'yjs';

type Attributes = Record<string, unknown>;

/** Text that is marked alike. */
interface Run {
  text: string;
  attributes: Attributes;
  /** Written in the change that is under way. */
  isNew: boolean;
}
interface Retained {
  length: number;
  attributes: Attributes;
}
type Delta = { retain?: number; delete?: number; insert?: string; attributes?: Attributes }[];

/**
 * Makes a change of a line touch no mark but those it changes. The binding (y-tiptap 3.0.9) writes new text into the
 * mark on its left and then sets all marks of the line anew; Yjs writes their starts and ends again, also those that
 * somebody else has set. What that person writes at the end of their mark meanwhile would stand beside it, as if it
 * were no suggestion. So marks are set where they differ, and new text that is not of the mark on its left comes behind
 * the end of that.
 */
function writeChangedMarksOnly(): void {
  const { prototype } = Y.XmlText;
  const { applyDelta } = prototype;
  prototype.applyDelta = function (this: Y.XmlText, delta: unknown[], options) {
    const retained = asRetained(delta);
    applyDelta.call(this, retained ? changes(runsOf(this), retained) : delta, options);
  };
}
writeChangedMarksOnly();

/** Null for a change that does more than set marks. */
function asRetained(delta: readonly unknown[]): Retained[] | null {
  const runs: Retained[] = [];
  for (const { retain, attributes } of delta as { retain?: number; attributes?: Attributes }[]) {
    if (retain === undefined) return null;
    runs.push({ length: retain, attributes: attributes ?? {} });
  }
  return runs;
}

function runsOf(text: Y.XmlText): Run[] {
  const { doc } = text;
  const since = doc?._transaction?.beforeState.get(doc.clientID) ?? 0;
  const runs: Run[] = [];
  const attributes: Attributes = {};
  for (let item = text._start; item; item = item.right) {
    const { content, deleted, id } = item;
    if (deleted) continue;
    if (content instanceof Y.ContentFormat) attributes[content.key] = content.value;
    else if (content instanceof Y.ContentString)
      runs.push({
        text: content.str,
        attributes: { ...attributes },
        isNew: id.client === doc?.clientID && id.clock >= since,
      });
  }
  return runs;
}

/** Goes through what is there and what is wanted side by side, in pieces that are one run of each. */
function changes(present: readonly Run[], wanted: readonly Retained[]): Delta {
  const delta: Delta = [];
  let [at, used] = [0, 0];
  for (const { length, attributes } of wanted) {
    for (let left = length; left > 0;) {
      const run = present[at];
      if (!run) return delta;
      const text = run.text.slice(used, used + left);
      delta.push(...change(run, text, attributes));
      left -= text.length;
      used += text.length;
      if (used === run.text.length) [at, used] = [at + 1, 0];
    }
  }
  return delta;
}

function change(run: Run, text: string, wanted: Attributes): Delta {
  const differing = Object.entries(wanted).filter(([name, value]) => !isSame(run.attributes[name], value));
  if (differing.length === 0) return [{ retain: text.length }];
  if (!run.isNew) return [{ retain: text.length, attributes: Object.fromEntries(differing) }];
  const set = Object.entries(wanted).filter(([, value]) => value !== null);
  return [{ delete: text.length }, { insert: text, attributes: Object.fromEntries(set) }];
}

const isSame = (one: unknown, other: unknown): boolean =>
  (one ?? null) === (other ?? null) || JSON.stringify(one) === JSON.stringify(other);
