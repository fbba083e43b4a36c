import type { CheckCode } from '@broadsheet/types';

/** Each finding as a sentence that says what to do. */
export const checkSentences: Record<CheckCode, string> = {
  headline_missing: 'Write a headline.',
  slug_missing: 'No address can be made from this headline. Write one in Latin letters.',
  section_missing: 'Choose a section.',
  text_missing: 'Write the text of the article.',
  picture_gone: 'A picture in the text no longer exists. Take it out or choose another.',
  gallery_size: 'A gallery takes 2 to 20 pictures. Add some or take some out.',
  picture_undescribed: 'A picture in the text has no description in this language. Describe what it shows.',
  lead_gone: 'The lead picture no longer exists. Choose another.',
  lead_undescribed: 'The lead picture has no description in this language. Describe what it shows.',
  tk_left: 'Something is still marked as to be done (TK). Write it, or take the mark away.',
  suggestion_open: 'A suggestion is still open. Accept or reject it.',
  comment_blocking: 'A comment that blocks publishing is still open. Resolve it.',
  rights_expired:
    'The rights to a picture have ended, or end before it goes out. Take it out or choose another.',
  headline_short: 'The headline is very short.',
  headline_long: 'The headline is long: lists will cut it.',
  standfirst_missing: 'There is no standfirst.',
  byline_missing: 'There is no author, and no source either.',
  lead_missing: 'There is no lead picture.',
  lead_uncredited: 'The lead picture names no photographer.',
  block_empty: 'There is an empty block in the text. Readers do not see it.',
  heading_order: 'The headings are not in order: a level is left out.',
  language_unmarked: 'A sentence seems to be in another language and is not marked as such.',
  link_dead: 'A link leads to a page of this site that is not there.',
  rights_expiring: 'The rights to a picture end soon.',
};
