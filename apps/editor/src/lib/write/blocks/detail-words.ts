import type { DetailName } from '@broadsheet/document/compare';
import { languages, type Language } from '@broadsheet/types';
import { languageName } from '#lib/locale/language-name.ts';
import { m } from '#lib/paraglide/messages.js';

type Say = (value: string) => string;

const asItIs: Say = (value) => value;
const oneOf =
  (words: Record<string, () => string>): Say =>
  (value) =>
    words[value]?.() ?? value;
const minutes: Say = (value) => {
  const seconds = Number(value);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
const language: Say = (tag) => (languages.includes(tag as Language) ? languageName(tag as Language) : tag);

/** What can be different of a block beside its words: what it is called, and how a value of it is said. */
const details: Record<DetailName, { name: () => string; say: Say; none?: () => string }> = {
  address: { name: m.blocks_address, say: asItIs },
  alt: { name: m.write_alt, say: asItIs },
  attribution: { name: m.write_attribution, say: asItIs },
  caption: { name: m.blocks_caption_table, say: asItIs },
  checked: { name: m.blocks_task, say: oneOf({ true: m.detail_done, false: m.detail_to_do }) },
  colspan: { name: m.blocks_columns, say: asItIs },
  credit: { name: m.write_credit, say: asItIs },
  date: { name: m.blocks_date, say: asItIs },
  duration: { name: m.detail_duration, say: minutes },
  lang: { name: m.ways_lang, say: language },
  layout: {
    name: m.blocks_layout,
    say: oneOf({ inline: m.blocks_layout_inline, wide: m.blocks_layout_wide, full: m.blocks_layout_full }),
    none: m.blocks_layout_wide,
  },
  mediaId: { name: m.detail_file, say: () => m.detail_chosen() },
  place: { name: m.blocks_place, say: oneOf({ top: m.blocks_at_top, foot: m.blocks_at_foot }) },
  posterId: { name: m.blocks_poster, say: () => m.detail_chosen() },
  rowspan: { name: m.blocks_rows, say: asItIs },
  src: { name: m.blocks_address_file, say: asItIs },
  start: { name: m.detail_start, say: asItIs },
  storyId: { name: m.blocks_related, say: () => m.detail_chosen() },
  title: { name: m.blocks_title, say: asItIs },
};
/** Their values name another thing by its id, which says nothing to anybody. */
const references = new Set<DetailName>(['mediaId', 'posterId', 'storyId']);

export const isDetail = (name: string): name is DetailName => name in details;

/** What became of a detail, in words: "Width: Inline → Wide". An empty value was not there. */
export function detailWords(name: DetailName, before: string, after: string): string {
  const { name: called, say, none = m.history_nothing } = details[name];
  const value = (text: string) => (text === '' ? none() : say(text));
  if (references.has(name) && before !== '' && after !== '')
    return m.history_detail({ name: called(), value: m.history_replaced() });
  return m.history_detail({
    name: called(),
    value: m.history_was({ before: value(before), after: value(after) }),
  });
}
