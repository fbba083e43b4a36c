import type { CheckCode } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

/** What each finding is called; for what stops an article, it says what to do. */
export const checkWords: Record<CheckCode, () => string> = {
  headline_missing: m.write_need_headline,
  slug_missing: m.write_need_slug,
  section_missing: m.write_need_section,
  text_missing: m.write_need_text,
  picture_gone: m.write_need_picture_gone,
  gallery_size: m.write_need_gallery_size,
  picture_undescribed: m.write_need_picture_words,
  lead_gone: m.write_need_lead_gone,
  lead_undescribed: m.write_need_lead_words,
  tk_left: m.check_tk_left,
  suggestion_open: m.check_suggestion_open,
  comment_blocking: m.check_comment_blocking,
  rights_expired: m.check_rights_expired,
  headline_short: m.check_headline_short,
  headline_long: m.check_headline_long,
  standfirst_missing: m.check_standfirst_missing,
  byline_missing: m.check_byline_missing,
  lead_missing: m.check_lead_missing,
  lead_uncredited: m.check_lead_uncredited,
  block_empty: m.check_block_empty,
  heading_order: m.check_heading_order,
  language_unmarked: m.check_language_unmarked,
  link_dead: m.check_link_dead,
  rights_expiring: m.check_rights_expiring,
};

/** What is in order, and the findings that would say it is not. */
export const inOrder: readonly { words: () => string; codes: readonly CheckCode[] }[] = [
  {
    words: m.check_ok_headline,
    codes: ['headline_missing', 'headline_short', 'headline_long', 'standfirst_missing', 'slug_missing'],
  },
  { words: m.check_ok_section, codes: ['section_missing'] },
  { words: m.check_ok_byline, codes: ['byline_missing'] },
  { words: m.check_ok_lead, codes: ['lead_missing', 'lead_gone', 'lead_undescribed', 'lead_uncredited'] },
  {
    words: m.check_ok_pictures,
    codes: ['picture_gone', 'picture_undescribed', 'gallery_size', 'rights_expired', 'rights_expiring'],
  },
  { words: m.check_ok_todo, codes: ['tk_left', 'text_missing'] },
  { words: m.check_ok_open, codes: ['suggestion_open', 'comment_blocking'] },
  { words: m.check_ok_links, codes: ['link_dead'] },
  { words: m.check_ok_order, codes: ['heading_order', 'block_empty'] },
  { words: m.check_ok_languages, codes: ['language_unmarked'] },
];
