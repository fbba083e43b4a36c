import { readFileSync } from 'node:fs';
import type { Fragment } from '../../packages/types/src/index.ts';

/** A value for each mark's name, null where the mark was taken off. Those of suggestions are without ids. */
export type Marks = Record<string, object | null>;

/** A block with all that stands in it, as ProseMirror writes it; attributes that say nothing are left out. */
export interface RecordedNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RecordedNode[];
  text?: string;
  marks?: { type: string; attrs?: object }[];
}

/** Of a block, the name of what holds it; `doc` is the body itself. */
interface OfBlock {
  parent: string;
}

/**
 * One thing that an editor did to the shared document, without the place: that is found anew wherever it is done again.
 * `goesOn` is where the same person's last one ended.
 */
export type Operation =
  | { kind: 'type'; field: Fragment; text: string; marks?: Marks; goesOn?: boolean }
  /** `suggested` letters were a suggestion, so nothing of the text went. */
  | { kind: 'take back'; field: Fragment; letters: number; suggested?: boolean; goesOn?: boolean }
  | { kind: 'mark'; field: Fragment; letters: number; marks: Marks }
  | ({ kind: 'add'; node: RecordedNode; goesOn?: boolean } & OfBlock)
  | ({ kind: 'remove'; name: string } & OfBlock)
  /** A block of one kind became another. */
  | ({ kind: 'turn'; name: string; node: RecordedNode } & OfBlock)
  | { kind: 'set'; on: string; name: string; value: unknown; goesOn?: boolean }
  /** The record that says whose a suggestion is. */
  | { kind: 'suggest' };

/** What a page sent as one update. */
export type Step = Operation[];

/** What one person did in one document, one after the other. */
export interface Sitting {
  suggests: boolean;
  steps: Step[];
}

/** As a file keeps it: letters of the body that were typed on and on, a step each, are one string. */
interface KeptSitting {
  suggests?: true;
  steps: (string | Step)[];
}

const file = new URL('../recorded/journeys.jsonl', import.meta.url);

/** What the journeys of `e2e` did, as `bench/record-journeys.ts` kept it. */
export function recordedSittings(): Sitting[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { suggests = false, steps } = JSON.parse(line) as KeptSitting;
    return { suggests, steps: steps.flatMap(unpacked) };
  });
}

const unpacked = (step: string | Step): Step[] =>
  typeof step === 'string'
    ? [...step].map((text) => [{ kind: 'type', field: 'body', text, goesOn: true }])
    : [step];

/** A line for each sitting, so that a new recording shows where it differs. */
export function packSittings(sittings: readonly Sitting[]): string {
  const lines = sittings.map(({ suggests, steps }): KeptSitting => {
    return { ...(suggests && { suggests }), steps: packed(steps) };
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function packed(steps: readonly Step[]): (string | Step)[] {
  const kept: (string | Step)[] = [];
  for (const step of steps) {
    const letter = typedOn(step);
    const last = kept.at(-1);
    if (letter === null) kept.push(step);
    else if (typeof last === 'string') kept[kept.length - 1] = last + letter;
    else kept.push(letter);
  }
  return kept;
}

function typedOn([first, ...others]: Step): string | null {
  if (first?.kind !== 'type' || others.length > 0 || first.marks || !first.goesOn) return null;
  return first.field === 'body' && [...first.text].length === 1 ? first.text : null;
}
