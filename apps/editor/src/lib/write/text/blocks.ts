import AudioLines from '@lucide/svelte/icons/audio-lines';
import Code from '@lucide/svelte/icons/code';
import Film from '@lucide/svelte/icons/film';
import Heading2 from '@lucide/svelte/icons/heading-2';
import Heading3 from '@lucide/svelte/icons/heading-3';
import Heading4 from '@lucide/svelte/icons/heading-4';
import Image from '@lucide/svelte/icons/image';
import Images from '@lucide/svelte/icons/images';
import Info from '@lucide/svelte/icons/info';
import Link from '@lucide/svelte/icons/link';
import List from '@lucide/svelte/icons/list';
import ListChecks from '@lucide/svelte/icons/list-checks';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import ListTodo from '@lucide/svelte/icons/list-todo';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import Minus from '@lucide/svelte/icons/minus';
import Newspaper from '@lucide/svelte/icons/newspaper';
import Pilcrow from '@lucide/svelte/icons/pilcrow';
import Quote from '@lucide/svelte/icons/quote';
import SquarePen from '@lucide/svelte/icons/square-pen';
import Table from '@lucide/svelte/icons/table';
import TextQuote from '@lucide/svelte/icons/text-quote';
import type { Language } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { m } from '#lib/paraglide/messages.js';
import type { Asked } from '../blocks/block-asks.svelte.ts';
import { insertHere, newBox, newInterview } from '../blocks/insert-blocks.ts';
import { textBlocks, type TextBlock } from '../blocks/turn-blocks.ts';
import { turnSelection } from './turn-selection.ts';

export { textBlocks, type TextBlock };

/** Everything that can be put into a text, in the order in which it is offered. */
export const allBlocks = [
  'paragraph',
  'heading',
  'subheading',
  'minor',
  'bullets',
  'numbers',
  'tasks',
  'quote',
  'pullQuote',
  'factBox',
  'keyPoints',
  'qa',
  'picture',
  'gallery',
  'video',
  'audio',
  'embed',
  'table',
  'related',
  'correction',
  'divider',
  'code',
] as const;
export type BlockKind = (typeof allBlocks)[number];

export type BlockGroup = 'text' | 'lists' | 'boxes' | 'media' | 'more';

type Message = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

/** A kind of block as menus and the command palette offer it. */
export interface BlockOffer {
  icon: typeof Pilcrow;
  group: BlockGroup;
  name: Message;
  hint?: Message;
  /** What is typed at the start of a line to get it, or the keys for it. */
  keys?: string;
  /** Other words that somebody may look for, in each language. */
  words: Message;
  /** Makes one at the selection; what has to be known first is asked there. */
  run: (editor: Editor) => void;
}

const turn = (kind: TextBlock) => (editor: Editor) => void turnSelection(editor, kind);
const ask = (kind: Asked) => (editor: Editor) => editor.storage.blockAsks.asks?.ask(editor, kind);
const pictures = (kind: 'picture' | 'gallery') => (editor: Editor) =>
  editor.storage.blockAsks.asks?.askPictures(kind);

/** The newsroom's day where this person is: YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const offers: Record<BlockKind, BlockOffer> = {
  paragraph: {
    icon: Pilcrow,
    group: 'text',
    name: m.write_block_paragraph,
    words: m.blocks_words_paragraph,
    run: turn('paragraph'),
  },
  heading: {
    icon: Heading2,
    group: 'text',
    name: m.write_block_heading,
    keys: '##',
    words: m.blocks_words_heading,
    run: turn('heading'),
  },
  subheading: {
    icon: Heading3,
    group: 'text',
    name: m.write_block_subheading,
    keys: '###',
    words: m.blocks_words_subheading,
    run: turn('subheading'),
  },
  minor: {
    icon: Heading4,
    group: 'text',
    name: m.blocks_minor,
    keys: '####',
    words: m.blocks_words_minor,
    run: turn('minor'),
  },
  bullets: {
    icon: List,
    group: 'lists',
    name: m.write_block_bullets,
    keys: '-',
    words: m.blocks_words_bullets,
    run: turn('bullets'),
  },
  numbers: {
    icon: ListOrdered,
    group: 'lists',
    name: m.write_block_numbers,
    keys: '1.',
    words: m.blocks_words_numbers,
    run: turn('numbers'),
  },
  tasks: {
    icon: ListTodo,
    group: 'lists',
    name: m.blocks_tasks,
    keys: '[]',
    words: m.blocks_words_tasks,
    run: turn('tasks'),
  },
  quote: {
    icon: Quote,
    group: 'boxes',
    name: m.write_block_quote,
    hint: m.write_block_quote_hint,
    keys: '>',
    words: m.blocks_words_quote,
    run: turn('quote'),
  },
  pullQuote: {
    icon: TextQuote,
    group: 'boxes',
    name: m.blocks_pull_quote,
    hint: m.write_block_quote_hint,
    words: m.blocks_words_pull_quote,
    run: turn('pullQuote'),
  },
  factBox: {
    icon: Info,
    group: 'boxes',
    name: m.blocks_fact_box,
    hint: m.blocks_fact_box_hint,
    words: m.blocks_words_fact_box,
    run: (editor) => {
      insertHere(editor, newBox('factBox'));
      // its title is what one fills in first
      editor.storage.blockFieldKeys.steps?.enterField(editor.view, 'above');
    },
  },
  keyPoints: {
    icon: ListChecks,
    group: 'boxes',
    name: m.blocks_key_points,
    words: m.blocks_words_key_points,
    run: (editor) => void insertHere(editor, newBox('keyPoints')),
  },
  qa: {
    icon: MessagesSquare,
    group: 'boxes',
    name: m.blocks_qa,
    words: m.blocks_words_qa,
    run: (editor) => void insertHere(editor, newInterview),
  },
  picture: {
    icon: Image,
    group: 'media',
    name: m.write_block_picture,
    hint: m.write_block_picture_hint,
    words: m.blocks_words_picture,
    run: pictures('picture'),
  },
  gallery: {
    icon: Images,
    group: 'media',
    name: m.blocks_gallery,
    hint: m.blocks_gallery_hint,
    words: m.blocks_words_gallery,
    run: pictures('gallery'),
  },
  video: {
    icon: Film,
    group: 'media',
    name: m.blocks_video,
    hint: m.blocks_file_hint,
    words: m.blocks_words_video,
    run: ask('video'),
  },
  audio: {
    icon: AudioLines,
    group: 'media',
    name: m.blocks_audio,
    hint: m.blocks_file_hint,
    words: m.blocks_words_audio,
    run: ask('audio'),
  },
  embed: {
    icon: Link,
    group: 'media',
    name: m.blocks_embed,
    hint: m.blocks_embed_hint,
    words: m.blocks_words_embed,
    run: ask('embed'),
  },
  table: {
    icon: Table,
    group: 'more',
    name: m.blocks_table,
    hint: m.blocks_table_hint,
    words: m.blocks_words_table,
    run: ask('table'),
  },
  related: {
    icon: Newspaper,
    group: 'more',
    name: m.blocks_related,
    hint: m.blocks_related_hint,
    words: m.blocks_words_related,
    run: ask('relatedStory'),
  },
  correction: {
    icon: SquarePen,
    group: 'more',
    name: m.blocks_correction,
    words: m.blocks_words_correction,
    run: (editor) => void insertHere(editor, newBox('correction', { date: today(), place: 'foot' })),
  },
  divider: {
    icon: Minus,
    group: 'more',
    name: m.write_block_divider,
    keys: '---',
    words: m.blocks_words_divider,
    run: (editor) => void editor.chain().focus().setHorizontalRule().run(),
  },
  code: {
    icon: Code,
    group: 'more',
    name: m.blocks_code,
    keys: '```',
    words: m.blocks_words_code,
    run: turn('code'),
  },
};

export const groupNames: Record<BlockGroup, () => string> = {
  text: m.blocks_group_text,
  lists: m.blocks_group_lists,
  boxes: m.blocks_group_boxes,
  media: m.blocks_group_media,
  more: m.blocks_group_more,
};
