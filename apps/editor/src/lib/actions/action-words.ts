import { m } from '#lib/paraglide/messages.js';
import type { Action } from './actions.svelte.ts';
import type { ActionGroup, ActionId } from './catalogue.ts';
import type { textKeys } from './text-keys.ts';

export const groupNames: Record<ActionGroup, () => string> = {
  step: m.ways_group_step,
  article: m.ways_group_article,
  review: m.ways_group_review,
  text: m.ways_group_text,
  insert: m.ways_group_insert,
  view: m.ways_group_view,
  list: m.ways_group_list,
  go: m.ways_group_go,
  anywhere: m.ways_group_anywhere,
  interface: m.ways_group_interface,
};

/** How an action is told to a person. */
export interface ActionWords {
  label: () => string;
  /** Other words by which somebody may look for it. */
  words?: string;
}

/** What the actions of the catalogue are called. It comes with what shows it: no page waits for it. */
export const actionWords: Record<ActionId | keyof typeof textKeys, ActionWords> = {
  palette: { label: m.ways_palette },
  shortcuts: { label: m.ways_shortcuts, words: 'keys keyboard help' },
  undo: { label: m.action_undo },
  redo: { label: m.ways_redo },
  'story.new': { label: m.stories_new, words: 'add create write' },
  'story.find': { label: m.stories_search, words: 'find story' },
  'story.import': { label: m.import_title, words: 'word docx markdown html file draft' },
  'sign-out': { label: m.account_sign_out, words: 'log out leave' },

  'go.stories': { label: m.nav_stories },
  'go.media': { label: m.nav_media, words: 'pictures library' },
  'go.settings': { label: m.nav_settings },
  'go.account': { label: m.nav_account, words: 'profile password' },

  'list.next': { label: m.ways_list_next },
  'list.previous': { label: m.ways_list_previous },
  'list.open': { label: m.ways_list_open },
  'list.clear': { label: m.ways_list_clear },
  'list.new': { label: m.ways_list_new, words: 'add create story' },
  'list.find': { label: m.ways_list_find, words: 'search filter' },
  'list.upload': { label: m.ways_list_upload, words: 'picture file' },

  'theme.light': { label: m.ways_theme_light, words: 'theme day' },
  'theme.night': { label: m.ways_theme_night, words: 'theme dark' },
  'theme.system': { label: m.ways_theme_system, words: 'theme' },
  'rail.fold': { label: m.ways_rail, words: 'rail menu sidebar' },
  'keys.single': { label: m.ways_single_keys, words: 'shortcuts letters' },

  'article.next': { label: m.ways_next_step },
  'article.preview': { label: m.write_preview },
  'article.share': { label: m.preview_share, words: 'preview link share outsiders' },
  'article.inspector': { label: m.write_inspector, words: 'panel side' },
  'article.language': { label: m.ways_next_language },
  'article.language-before': { label: m.ways_previous_language },
  'article.keep': { label: m.write_keep_version, words: 'save revision history snapshot' },
  'article.history': { label: m.history_open, words: 'history revisions diff restore' },
  'article.import': { label: m.import_here, words: 'word docx markdown html' },
  'export.docx': { label: m.export_docx, words: 'download save' },
  'export.md': { label: m.export_md, words: 'download save' },
  'export.html': { label: m.export_html, words: 'download save' },
  'export.print': { label: m.export_print, words: 'paper' },

  'history.next': { label: m.history_next },
  'history.previous': { label: m.history_previous },
  'comment.add': { label: m.comments_add, words: 'note remark' },
  'comment.next': { label: m.ways_comment_next, words: 'thread conversation' },
  'comment.previous': { label: m.ways_comment_previous, words: 'thread conversation' },
  'comment.send': { label: m.ways_comment_send },
  'suggest.mode': { label: m.ways_suggest_mode, words: 'suggestions track changes mode' },
  'suggest.view': { label: m.ways_view_mode, words: 'read mode' },
  'suggest.next': { label: m.ways_suggest_next },
  'suggest.previous': { label: m.suggest_previous },
  'suggest.accept': { label: m.ways_suggest_accept },
  'suggest.reject': { label: m.ways_suggest_reject },
  'suggest.accept-all': { label: m.ways_suggest_accept_all },
  'suggest.reject-all': { label: m.ways_suggest_reject_all },

  'mark.bold': { label: m.write_bold },
  'mark.italic': { label: m.write_italic },
  'mark.underline': { label: m.ways_underline },
  'mark.strike': { label: m.write_strike },
  'mark.highlight': { label: m.ways_highlight, words: 'marker' },
  'mark.subscript': { label: m.ways_subscript, words: 'index' },
  'mark.superscript': { label: m.ways_superscript, words: 'exponent' },
  'mark.clear': { label: m.ways_clear_marks, words: 'plain format' },
  'mark.link': { label: m.write_link, words: 'url address' },
  'mark.lang': { label: m.ways_lang, words: 'language foreign' },
  'mark.tk': { label: m.ways_tk, words: 'todo to come check' },

  'block.paragraph': { label: m.write_block_paragraph },
  'block.heading': { label: m.write_block_heading },
  'block.subheading': { label: m.write_block_subheading },
  'block.minor': { label: m.blocks_minor },
  'block.bullets': { label: m.write_block_bullets },
  'block.numbers': { label: m.write_block_numbers },
  'block.tasks': { label: m.blocks_tasks },
  'block.quote': { label: m.write_block_quote },
  'block.code': { label: m.blocks_code },
  'block.menu': { label: m.write_insert },
  'block.up': { label: m.ways_block_up },
  'block.down': { label: m.ways_block_down },
  'block.duplicate': { label: m.ways_block_duplicate, words: 'copy double' },
  'block.delete': { label: m.ways_block_delete, words: 'remove' },
  'block.tools': { label: m.blocks_handle },
  'block.leave': { label: m.ways_block_leave },
  'block.tick': { label: m.ways_block_tick },
  'list.deeper': { label: m.ways_list_deeper },
  'list.shallower': { label: m.ways_list_shallower },
  'text.break': { label: m.ways_line_break },
  'text.paste': { label: m.ways_paste_plain },
  'text.bar': { label: m.ways_to_bar, words: 'toolbar format' },

  'find.open': { label: m.ways_find, words: 'search' },
  'find.replace': { label: m.ways_find_replace, words: 'search' },
  'find.next': { label: m.ways_find_next },
  'find.previous': { label: m.ways_find_previous },

  'view.outline': { label: m.ways_outline, words: 'headings contents' },
  'view.focus': { label: m.ways_focus_mode, words: 'quiet calm' },
  'view.full': { label: m.ways_full_screen },
  'view.invisibles': { label: m.ways_invisibles, words: 'spaces signs' },
  'view.counts': { label: m.ways_counts, words: 'characters words minutes length' },
  'text.typography': { label: m.ways_typography, words: 'quotes dashes spaces' },
  'text.spelling': { label: m.ways_spelling, words: 'spellcheck' },
};

/** The words of an action: its own, or those of the catalogue. */
export function wordsOf(action: Action): ActionWords {
  return action.label ? action : actionWords[action.id];
}
