import type { LostKind } from '@broadsheet/types';

/** A link that led somewhere, in what `importHtml` counts; one whose address was a script is `a` alone. */
export const lostAddress = 'a[href]';

const kinds: Record<string, LostKind> = {
  img: 'pictures',
  table: 'tables',
  a: 'links',
  [lostAddress]: 'links',
  svg: 'drawings',
  canvas: 'drawings',
  map: 'drawings',
  math: 'formulas',
  script: 'scripts',
  ...Object.fromEntries(
    ['iframe', 'video', 'audio', 'object', 'embed', 'frame'].map((name) => [name, 'frames']),
  ),
  ...Object.fromEntries(['input', 'button', 'select', 'textarea', 'option'].map((name) => [name, 'forms'])),
};

/** What could not be taken over by kind, from how often each element was lost. */
export function lostByKind(lost: Readonly<Record<string, number>>): Map<LostKind, number> {
  const sum = new Map<LostKind, number>();
  for (const [name, count] of Object.entries(lost)) {
    const kind = Object.hasOwn(kinds, name) ? (kinds[name] ?? 'other') : 'other';
    sum.set(kind, (sum.get(kind) ?? 0) + count);
  }
  return sum;
}

/** Parts of a page that works: who copied words from it has not meant them. */
const ofThePage = new Set<LostKind>(['scripts', 'forms', 'other']);

/** The part of it that somebody would miss who copied words, and not a whole file. */
export function missedByKind({
  a: _scripted,
  ...lost
}: Readonly<Record<string, number>>): Map<LostKind, number> {
  return new Map([...lostByKind(lost)].filter(([kind]) => !ofThePage.has(kind)));
}
