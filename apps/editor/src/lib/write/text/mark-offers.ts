import Bold from '@lucide/svelte/icons/bold';
import Flag from '@lucide/svelte/icons/flag';
import Highlighter from '@lucide/svelte/icons/highlighter';
import Italic from '@lucide/svelte/icons/italic';
import Strikethrough from '@lucide/svelte/icons/strikethrough';
import Subscript from '@lucide/svelte/icons/subscript';
import Superscript from '@lucide/svelte/icons/superscript';
import Underline from '@lucide/svelte/icons/underline';
import { m } from '#lib/paraglide/messages.js';
import type { TextMark } from './text-tools.svelte.ts';

/** The marks of a text as its bars offer them. */
export const markOffers: Record<TextMark, { label: () => string; icon: typeof Bold }> = {
  bold: { label: m.write_bold, icon: Bold },
  italic: { label: m.write_italic, icon: Italic },
  underline: { label: m.ways_underline, icon: Underline },
  strike: { label: m.write_strike, icon: Strikethrough },
  highlight: { label: m.ways_highlight, icon: Highlighter },
  subscript: { label: m.ways_subscript, icon: Subscript },
  superscript: { label: m.ways_superscript, icon: Superscript },
  tk: { label: m.ways_tk, icon: Flag },
};
