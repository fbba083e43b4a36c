import type { LineKind } from '@broadsheet/document/compare';
import { m } from '#lib/paraglide/messages.js';

const words: Record<LineKind, () => string> = {
  headline: m.write_headline,
  standfirst: m.write_standfirst,
  paragraph: m.write_block_paragraph,
  heading2: m.write_block_heading,
  heading3: m.write_block_subheading,
  heading4: m.blocks_minor,
  bulletList: m.write_block_bullets,
  orderedList: m.write_block_numbers,
  taskList: m.blocks_tasks,
  listItem: m.suggest_kind_item,
  taskItem: m.blocks_task,
  blockquote: m.write_block_quote,
  pullQuote: m.blocks_pull_quote,
  codeBlock: m.blocks_code,
  picture: m.write_block_picture,
  gallery: m.blocks_gallery,
  video: m.blocks_video,
  audio: m.blocks_audio,
  embed: m.blocks_embed,
  factBox: m.blocks_fact_box,
  keyPoints: m.blocks_key_points,
  qa: m.blocks_qa,
  question: m.blocks_question,
  table: m.blocks_table,
  tableRow: m.suggest_kind_row,
  tableCell: m.suggest_kind_cell,
  tableHeader: m.blocks_header_cell,
  relatedStory: m.blocks_related,
  correction: m.blocks_correction,
  horizontalRule: m.write_block_divider,
  caption: m.media_caption,
};

/** What a block is called. */
export const kindWord = (kind: LineKind): string => words[kind]();

/** What a block of the editor is called, by its kind in the schema and its level if it is a heading. */
export function blockWord(kind: string, level: unknown): string {
  const found = kind === 'heading' ? `heading${typeof level === 'number' ? level : 2}` : kind;
  return found in words ? kindWord(found as LineKind) : m.suggest_kind_block();
}
