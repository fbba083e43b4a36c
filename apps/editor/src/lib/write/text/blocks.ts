import Heading2 from '@lucide/svelte/icons/heading-2';
import Heading3 from '@lucide/svelte/icons/heading-3';
import Image from '@lucide/svelte/icons/image';
import List from '@lucide/svelte/icons/list';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import Minus from '@lucide/svelte/icons/minus';
import Pilcrow from '@lucide/svelte/icons/pilcrow';
import Quote from '@lucide/svelte/icons/quote';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What a paragraph can be turned into. */
export const textBlocks = ['paragraph', 'heading', 'subheading', 'bullets', 'numbers', 'quote'] as const;
export type TextBlock = (typeof textBlocks)[number];
/** Everything that the slash menu offers. */
export const allBlocks = [...textBlocks, 'picture', 'divider'] as const;
export type BlockKind = (typeof allBlocks)[number];

interface Offer {
  icon: typeof Pilcrow;
  name: () => string;
  hint?: () => string;
  /** Other words that somebody may look for. */
  words: string;
}

export const offers: Record<BlockKind, Offer> = {
  paragraph: { icon: Pilcrow, name: m.write_block_paragraph, words: 'paragraph text' },
  heading: { icon: Heading2, name: m.write_block_heading, words: 'heading h2' },
  subheading: { icon: Heading3, name: m.write_block_subheading, words: 'heading subheading h3' },
  bullets: { icon: List, name: m.write_block_bullets, words: 'bullets list ul' },
  numbers: { icon: ListOrdered, name: m.write_block_numbers, words: 'numbers list ol' },
  quote: { icon: Quote, name: m.write_block_quote, hint: m.write_block_quote_hint, words: 'quote' },
  picture: {
    icon: Image,
    name: m.write_block_picture,
    hint: m.write_block_picture_hint,
    words: 'picture image photo',
  },
  divider: { icon: Minus, name: m.write_block_divider, words: 'divider rule line hr' },
};

/** The offers that match what was typed after the slash. */
export function matchingBlocks(query: string): BlockKind[] {
  const language = getLocale();
  const wanted = query.toLocaleLowerCase(language);
  return allBlocks.filter((kind) => {
    const { name, words } = offers[kind];
    return `${name().toLocaleLowerCase(language)} ${words}`
      .split(/\s+/)
      .some((word) => word.startsWith(wanted));
  });
}

/** What the block at the selection is. */
export function blockAt(editor: Editor): TextBlock {
  if (editor.isActive('heading', { level: 2 })) return 'heading';
  if (editor.isActive('heading', { level: 3 })) return 'subheading';
  if (editor.isActive('bulletList')) return 'bullets';
  if (editor.isActive('orderedList')) return 'numbers';
  return editor.isActive('blockquote') ? 'quote' : 'paragraph';
}

/** Turns the block at the selection into another kind; what it was before does not stay around it. */
export function turnInto(chain: ChainedCommands, from: TextBlock, to: TextBlock): ChainedCommands {
  if (from === to) return chain;
  const bare = { bullets: 'listItem', numbers: 'listItem', quote: 'blockquote' } as const;
  const plain =
    from === 'quote'
      ? chain.lift(bare.quote)
      : from === 'bullets' || from === 'numbers'
        ? isList(to)
          ? chain
          : chain.liftListItem(bare[from])
        : chain;
  switch (to) {
    case 'paragraph':
      return plain.setParagraph();
    case 'heading':
      return plain.setHeading({ level: 2 });
    case 'subheading':
      return plain.setHeading({ level: 3 });
    case 'bullets':
      return plain.setParagraph().toggleBulletList();
    case 'numbers':
      return plain.setParagraph().toggleOrderedList();
    case 'quote':
      return plain.setParagraph().setBlockquote();
  }
}

function isList(block: TextBlock): boolean {
  return block === 'bullets' || block === 'numbers';
}
