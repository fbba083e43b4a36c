import type { ComparedLine, TextLine } from '@broadsheet/document/compare';
import { m } from '#lib/paraglide/messages.js';
import { detailWords } from '#lib/write/blocks/detail-words.ts';
import { kindWord } from '#lib/write/blocks/kind-words.ts';

/** A cell and its lines are drawn in their table, which says what they are. */
const isInTable = ({ holders }: TextLine) => holders.some(({ kind }) => kind === 'table');

/** How a line is set: as a heading, an item, in a box, or as what is told about a block. */
export function lineClass(line: TextLine): string {
  if (line.kind === 'headline' || line.kind === 'standfirst') return line.kind;
  if (line.kind.startsWith('heading')) return 'heading';
  if (isInTable(line)) return '';
  if (line.depth > 0) return 'item';
  if (line.text === '' || line.kind === 'caption') return 'aside';
  return line.within === null ? '' : 'boxed';
}

/** What is different in a line beside its words, in words. */
export function lineNote({
  line,
  change,
  beginsChange,
  details,
  was,
  held,
  isMarkedOtherwise,
}: ComparedLine): string {
  const notes: string[] = [];
  if (line.text === '' && line.kind !== 'headline' && line.kind !== 'standfirst' && !isInTable(line))
    notes.push(kindWord(line.kind));
  if (was !== null) notes.push(m.history_was({ before: kindWord(was), after: kindWord(line.kind) }));
  else if (held !== null)
    notes.push(
      m.history_was({
        before: kindWord(held.before ?? 'paragraph'),
        after: kindWord(held.after ?? 'paragraph'),
      }),
    );
  if (change === 'moved' && beginsChange) notes.push(m.history_moved());
  if (isMarkedOtherwise) notes.push(m.history_marked());
  for (const { name, before, after } of details) notes.push(detailWords(name, before, after));
  return notes.join(' · ');
}
