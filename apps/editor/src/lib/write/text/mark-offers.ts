import Bold from '@lucide/svelte/icons/bold';
import Flag from '@lucide/svelte/icons/flag';
import Highlighter from '@lucide/svelte/icons/highlighter';
import Italic from '@lucide/svelte/icons/italic';
import Strikethrough from '@lucide/svelte/icons/strikethrough';
import Subscript from '@lucide/svelte/icons/subscript';
import Superscript from '@lucide/svelte/icons/superscript';
import Underline from '@lucide/svelte/icons/underline';
import { catalogue } from '#lib/actions/catalogue.ts';
import type { TextMark } from './text-tools.svelte.ts';

/** The marks of a text as its bars offer them. */
export const markOffers: Record<TextMark, { label: () => string; icon: typeof Bold }> = {
  bold: { label: catalogue['mark.bold'].label, icon: Bold },
  italic: { label: catalogue['mark.italic'].label, icon: Italic },
  underline: { label: catalogue['mark.underline'].label, icon: Underline },
  strike: { label: catalogue['mark.strike'].label, icon: Strikethrough },
  highlight: { label: catalogue['mark.highlight'].label, icon: Highlighter },
  subscript: { label: catalogue['mark.subscript'].label, icon: Subscript },
  superscript: { label: catalogue['mark.superscript'].label, icon: Superscript },
  tk: { label: catalogue['mark.tk'].label, icon: Flag },
};
