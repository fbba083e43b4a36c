import type { ComparedLine } from '@broadsheet/document/compare';
import { m } from '#lib/paraglide/messages.js';

/** Blocks without words of their own, by what they are called. */
const blockWords: Record<string, () => string> = {
  picture: m.write_block_picture,
  gallery: m.blocks_gallery,
  video: m.blocks_video,
  audio: m.blocks_audio,
  embed: m.blocks_embed,
  table: m.blocks_table,
  factBox: m.blocks_fact_box,
  relatedStory: m.blocks_related,
  correction: m.blocks_correction,
  codeBlock: m.blocks_code,
  pullQuote: m.blocks_pull_quote,
  blockquote: m.write_block_quote,
  paragraph: m.write_block_paragraph,
  heading2: m.write_block_heading,
  heading3: m.write_block_subheading,
  heading4: m.blocks_minor,
};

/** What a block is called; what has no name in the editor is called by its kind in the document. */
const kindWord = (kind: string): string => blockWords[kind]?.() ?? kind;

/** Attributes that name another thing by its id, which says nothing to anybody. */
const references = new Set(['mediaId', 'posterId', 'storyId', 'src', 'address']);

/** How a line is set: as a heading, an item, in a box, or as what is told about a block. */
export function lineClass({ line }: ComparedLine): string {
  if (line.kind === 'headline' || line.kind === 'standfirst') return line.kind;
  if (line.kind.startsWith('heading')) return 'heading';
  if (line.depth > 0) return 'item';
  if (line.text === '' || line.kind === 'caption') return 'aside';
  return line.within === null ? '' : 'boxed';
}

/** What is different in a line beside its words, in words. */
export function lineNote({ line, change, details, was, isMarkedOtherwise }: ComparedLine): string {
  const notes: string[] = [];
  if (line.text === '' && line.kind !== 'headline' && line.kind !== 'standfirst')
    notes.push(kindWord(line.kind));
  if (was !== null) notes.push(m.history_was({ before: kindWord(was), after: kindWord(line.kind) }));
  if (change === 'moved') notes.push(m.history_moved());
  if (isMarkedOtherwise) notes.push(m.history_marked());
  for (const { name, before, after } of details) {
    const values = { before: before || m.history_nothing(), after: after || m.history_nothing() };
    notes.push(references.has(name) ? m.history_replaced() : m.history_was(values));
  }
  return notes.join(' · ');
}
