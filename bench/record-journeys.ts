import { readFileSync, writeFileSync } from 'node:fs';
import { packSittings, type Operation, type Sitting } from './lib/recorded-steps.ts';
import { recordedUpdates } from './lib/recorded-messages.ts';
import { WatchedDocument } from './lib/watched-document.ts';

/**
 * `node bench/record-journeys.ts <file>` makes `bench/recorded/journeys.jsonl` of what journeys kept with
 * `RECORD_EDITS=<file>` (docs/development.md).
 */
const [recording = ''] = process.argv.slice(2);
/** Bytes that the file may have: of more, sittings are left out evenly. */
const most = 200_000;

function sittingsOf(text: string): Sitting[] {
  const documents = new Map<string, WatchedDocument>();
  const open = new Map<number, Sitting>();
  const sittings: Sitting[] = [];
  for (const { socket, isFromPage, document, bytes } of recordedUpdates(text)) {
    const watched = documents.get(document) ?? new WatchedDocument();
    documents.set(document, watched);
    if (!isFromPage) watched.take(bytes);
    const step = isFromPage ? watched.edit(socket, bytes) : [];
    if (step.length === 0) continue;
    const sitting = sittingFor(step, open.get(socket));
    if (open.get(socket) !== sitting) sittings.push(sitting);
    open.set(socket, sitting);
    sitting.steps.push(step);
  }
  return sittings;
}

/** Somebody who begins to suggest, or ends it, begins another sitting. */
function sittingFor(step: Operation[], last: Sitting | undefined): Sitting {
  const suggests = step.some(isSuggestion) || (last?.suggests === true && step.every(isTakenBack));
  return last?.suggests === suggests ? last : { suggests, steps: [] };
}

const isTakenBack = (operation: Operation) => operation.kind === 'take back' && operation.suggested === true;

function isSuggestion(operation: Operation): boolean {
  if (operation.kind === 'suggest') return true;
  if (operation.kind !== 'type' && operation.kind !== 'mark') return false;
  const { insertion = null, deletion = null } = operation.marks ?? {};
  return insertion !== null || deletion !== null;
}

const sittings = sittingsOf(readFileSync(recording, 'utf8'));
let kept = sittings;
for (let each = 2; packSittings(kept).length > most; each++)
  kept = sittings.filter(({ suggests }, index) => suggests || index % each === 0);
writeFileSync(new URL('./recorded/journeys.jsonl', import.meta.url), packSittings(kept));
const steps = kept.flatMap((sitting) => sitting.steps);
console.log(`${kept.length} of ${sittings.length} sittings, ${steps.length} steps`);
