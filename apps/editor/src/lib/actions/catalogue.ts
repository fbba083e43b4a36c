import { m } from '#lib/paraglide/messages.js';

/** Where an action belongs, in the order of the palette and of the list of shortcuts. */
export const actionGroups = [
  'step',
  'article',
  'text',
  'insert',
  'view',
  'list',
  'go',
  'anywhere',
  'interface',
] as const;
export type ActionGroup = (typeof actionGroups)[number];

export const groupNames: Record<ActionGroup, () => string> = {
  step: m.ways_group_step,
  article: m.ways_group_article,
  text: m.ways_group_text,
  insert: m.ways_group_insert,
  view: m.ways_group_view,
  list: m.ways_group_list,
  go: m.ways_group_go,
  anywhere: m.ways_group_anywhere,
  interface: m.ways_group_interface,
};

/** What is known of an action wherever one is: its name, its place and its keys. */
export interface ActionFacts {
  group: ActionGroup;
  label: () => string;
  /** `Mod+Shift+Enter`; keys after one another as `G S`; several ways to press it as a list. */
  keys?: string | readonly string[];
  /** Other words by which somebody may look for it. */
  words?: string;
}

/**
 * Every action that has a name of its own. The palette, the list of shortcuts, the tooltips and what a key press does
 * all read it, so that none can say something else than another.
 */
export const catalogue = {
  palette: { group: 'anywhere', label: m.ways_palette, keys: 'Mod+K' },
  shortcuts: {
    group: 'anywhere',
    label: m.ways_shortcuts,
    keys: ['?', 'Mod+/'],
    words: 'keys keyboard help',
  },
  undo: { group: 'text', label: m.action_undo, keys: 'Mod+Z' },
  redo: { group: 'text', label: m.ways_redo, keys: ['Mod+Shift+Z', 'Mod+Y'] },

  'go.stories': { group: 'go', label: m.nav_stories, keys: 'G S' },
  'go.media': { group: 'go', label: m.nav_media, keys: 'G M', words: 'pictures library' },
  'go.settings': { group: 'go', label: m.nav_settings, keys: 'G ,' },
  'go.account': { group: 'go', label: m.nav_account, words: 'profile password' },

  'list.next': { group: 'list', label: m.ways_list_next, keys: 'J' },
  'list.previous': { group: 'list', label: m.ways_list_previous, keys: 'K' },
  'list.open': { group: 'list', label: m.ways_list_open, keys: 'Enter' },
  'list.clear': { group: 'list', label: m.ways_list_clear, keys: 'Escape' },
  'list.new': { group: 'list', label: m.ways_list_new, keys: 'N', words: 'add create story' },
  'list.find': { group: 'list', label: m.ways_list_find, keys: '/', words: 'search filter' },
  'list.upload': { group: 'list', label: m.ways_list_upload, keys: 'U', words: 'picture file' },

  'theme.light': { group: 'interface', label: m.ways_theme_light, words: 'theme day' },
  'theme.night': { group: 'interface', label: m.ways_theme_night, words: 'theme dark' },
  'theme.system': { group: 'interface', label: m.ways_theme_system, words: 'theme' },
  'rail.fold': { group: 'interface', label: m.ways_rail, words: 'rail menu sidebar' },
  'keys.single': { group: 'interface', label: m.ways_single_keys, words: 'shortcuts letters' },

  'article.next': { group: 'step', label: m.ways_next_step, keys: 'Mod+Shift+Enter' },
  'article.preview': { group: 'article', label: m.write_preview, keys: 'Mod+Shift+P' },
  'article.inspector': { group: 'view', label: m.write_inspector, keys: 'Mod+.', words: 'panel side' },
  'article.language': { group: 'article', label: m.ways_next_language, keys: 'Mod+Alt+ArrowRight' },
  'article.language-before': {
    group: 'article',
    label: m.ways_previous_language,
    keys: 'Mod+Alt+ArrowLeft',
  },

  'mark.bold': { group: 'text', label: m.write_bold, keys: 'Mod+B' },
  'mark.italic': { group: 'text', label: m.write_italic, keys: 'Mod+I' },
  'mark.underline': { group: 'text', label: m.ways_underline, keys: 'Mod+U' },
  'mark.strike': { group: 'text', label: m.write_strike, keys: 'Mod+Shift+X' },
  'mark.highlight': { group: 'text', label: m.ways_highlight, keys: 'Mod+Shift+H', words: 'marker' },
  'mark.subscript': { group: 'text', label: m.ways_subscript, words: 'index' },
  'mark.superscript': { group: 'text', label: m.ways_superscript, words: 'exponent' },
  'mark.clear': { group: 'text', label: m.ways_clear_marks, keys: 'Mod+\\', words: 'plain format' },
  'mark.link': { group: 'text', label: m.write_link, keys: 'Mod+L', words: 'url address' },
  'mark.lang': { group: 'text', label: m.ways_lang, keys: 'Mod+Shift+L', words: 'language foreign' },
  'mark.tk': { group: 'text', label: m.ways_tk, keys: 'Mod+Shift+K', words: 'todo to come check' },

  'block.paragraph': { group: 'text', label: m.write_block_paragraph, keys: 'Mod+Alt+0' },
  'block.heading': { group: 'text', label: m.write_block_heading, keys: 'Mod+Alt+2' },
  'block.subheading': { group: 'text', label: m.write_block_subheading, keys: 'Mod+Alt+3' },
  'block.bullets': { group: 'text', label: m.write_block_bullets, keys: 'Mod+Shift+8' },
  'block.numbers': { group: 'text', label: m.write_block_numbers, keys: 'Mod+Shift+7' },
  'block.quote': { group: 'text', label: m.write_block_quote, keys: 'Mod+Shift+B' },
  'block.menu': { group: 'insert', label: m.write_insert, keys: '/' },
  'block.up': { group: 'text', label: m.ways_block_up, keys: 'Alt+ArrowUp' },
  'block.down': { group: 'text', label: m.ways_block_down, keys: 'Alt+ArrowDown' },
  'block.tools': { group: 'text', label: m.blocks_handle, keys: 'Alt+Enter' },
  'list.deeper': { group: 'text', label: m.ways_list_deeper, keys: 'Mod+]' },
  'list.shallower': { group: 'text', label: m.ways_list_shallower, keys: 'Mod+[' },
  'text.bar': { group: 'text', label: m.ways_to_bar, keys: 'Alt+F10', words: 'toolbar format' },

  'find.open': { group: 'article', label: m.ways_find, keys: 'Mod+F', words: 'search' },
  'find.replace': { group: 'article', label: m.ways_find_replace, keys: 'Mod+H', words: 'search' },
  'find.next': { group: 'article', label: m.ways_find_next, keys: 'F3' },
  'find.previous': { group: 'article', label: m.ways_find_previous, keys: 'Shift+F3' },

  'view.outline': { group: 'view', label: m.ways_outline, keys: 'Mod+Alt+O', words: 'headings contents' },
  'view.focus': { group: 'view', label: m.ways_focus_mode, keys: 'Mod+Shift+F', words: 'quiet calm' },
  'view.full': { group: 'view', label: m.ways_full_screen, keys: 'Mod+Alt+F' },
  'view.invisibles': { group: 'view', label: m.ways_invisibles, keys: 'Mod+Alt+I', words: 'spaces signs' },
  'view.counts': { group: 'view', label: m.ways_counts, words: 'characters words minutes length' },
  'text.typography': { group: 'view', label: m.ways_typography, words: 'quotes dashes spaces' },
  'text.spelling': { group: 'view', label: m.ways_spelling, words: 'spellcheck' },
} as const satisfies Record<string, ActionFacts>;

export type ActionId = keyof typeof catalogue;

/** The ways to press an action; the first is the one that is shown. */
export function keysOf({ keys }: Partial<ActionFacts>): readonly string[] {
  return typeof keys === 'string' ? [keys] : (keys ?? []);
}
