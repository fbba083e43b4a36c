import * as Y from 'yjs';

type Attributes = Record<string, unknown>;

/** Text that is marked alike. */
interface Run {
  text: string;
  attributes: Attributes;
  /** Written in the change that is under way. */
  isNew: boolean;
  /** New text that is still to be written here, or is to be taken out again here. */
  moved?: 'here' | 'away';
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
 * the end of that. Of two places that make the same words it takes the one where what stood there keeps its marks: a
 * second space behind somebody's is not theirs with the first one written anew.
 */
function writeChangedMarksOnly(): void {
  const { prototype } = Y.XmlText;
  const { applyDelta } = prototype;
  prototype.applyDelta = function (this: Y.XmlText, delta: unknown[], options) {
    const wanted = asRetained(delta);
    if (!wanted) return applyDelta.call(this, delta, options);
    // first the new text: beside a mark that is set in the same change it would come behind what stands there
    const placed = changes(inItsPlace(runsOf(this), wanted), wanted, placeNew);
    if (placed.some(({ insert }) => insert !== undefined)) applyDelta.call(this, placed, options);
    applyDelta.call(this, changes(runsOf(this), wanted, setMarks), options);
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

/**
 * The binding compares letters alone, and puts a new one behind those that are like it. Where it belongs before them by
 * the marks, it is moved there.
 */
function inItsPlace(present: readonly Run[], wanted: readonly Retained[]): readonly Run[] {
  const at = present.findIndex(({ isNew }) => isNew);
  const written = present[at];
  if (!written || present[at + 1]?.isNew) return present;
  const before = present.slice(0, at);
  const start = before.reduce((sum, { text }) => sum + text.length, 0);
  const whole = before.map(({ text }) => text).join('') + written.text;
  const { length } = written.text;
  const isTwin = (back: number) => whole[start - back] === whole[start + length - back];
  const fits = (from: number, to: number, by: number) => {
    let place = from + by;
    return cut(before, from, to).every((run) => {
      const isFit = isWantedAt(run, wanted, place);
      place += run.text.length;
      return isFit;
    });
  };
  let back = 0;
  while (back < start && isTwin(back + 1) && !fits(start - back - 1, start - back, 0)) back += 1;
  if (back === 0 || !fits(start - back, start, length)) return present;
  const from = start - back;
  const moved: Run = { ...written, text: whole.slice(from, from + length), moved: 'here' };
  return [
    ...cut(before, 0, from),
    moved,
    ...cut(before, from, start),
    { ...written, moved: 'away' },
    ...present.slice(at + 1),
  ];
}

/** Whether a run has the marks that are wanted at a place. */
function isWantedAt({ attributes }: Run, wanted: readonly Retained[], place: number): boolean {
  let end = 0;
  const there = wanted.find(({ length }) => (end += length) > place);
  return !there || Object.entries(there.attributes).every(([name, value]) => isSame(attributes[name], value));
}

function cut(runs: readonly Run[], from: number, to: number): Run[] {
  let at = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** Goes through what is there and what is wanted side by side, in pieces that are one run of each. */
function changes(
  present: readonly Run[],
  wanted: readonly Retained[],
  change: (run: Run, text: string, wanted: Attributes) => Delta,
): Delta {
  const delta: Delta = [];
  let [at, used] = [0, 0];
  const letGo = () => {
    for (let run = present[at]; run?.moved === 'away'; run = present[++at])
      delta.push({ delete: run.text.length });
  };
  for (const { length, attributes } of wanted) {
    for (let left = length; left > 0;) {
      letGo();
      const run = present[at];
      if (!run) return delta;
      const text = run.text.slice(used, used + left);
      delta.push(...change(run, text, attributes));
      left -= text.length;
      used += text.length;
      if (used === run.text.length) [at, used] = [at + 1, 0];
    }
  }
  letGo();
  return delta;
}

/** New text where it does not have the marks that it should is put in anew with them; nothing else is touched. */
function placeNew({ attributes, isNew, moved }: Run, text: string, wanted: Attributes): Delta {
  if (!isNew || (!moved && differing(attributes, wanted).length === 0)) return [{ retain: text.length }];
  const set = Object.entries(wanted).filter(([, value]) => value !== null);
  const insert = { insert: text, attributes: Object.fromEntries(set) };
  return moved ? [insert] : [{ delete: text.length }, insert];
}

function setMarks({ attributes }: Run, text: string, wanted: Attributes): Delta {
  const set = differing(attributes, wanted);
  return [{ retain: text.length, ...(set.length > 0 && { attributes: Object.fromEntries(set) }) }];
}

const differing = (attributes: Attributes, wanted: Attributes) =>
  Object.entries(wanted).filter(([name, value]) => !isSame(attributes[name], value));

const isSame = (one: unknown, other: unknown): boolean =>
  (one ?? null) === (other ?? null) || JSON.stringify(one) === JSON.stringify(other);
