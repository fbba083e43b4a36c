import {
  galleryPictures,
  headlineLength,
  type ArticleAuthor,
  type CheckCode,
  type CheckFinding,
  type CheckPlace,
  type Language,
} from '@broadsheet/types';
import { headlineText } from '../render-text.ts';
import { quoteOf, todoIn, type BlockFacts, type CheckedNode } from './block-facts.ts';
import { sentencesInOtherLanguage } from './other-language.ts';

/** All of an article that the rules look at; the newsroom's page and the server gather it each in its own way. */
export interface CheckMatter {
  language: Language;
  headline: string;
  /** Its runs, as the document has them. */
  standfirst: readonly CheckedNode[];
  /** Of the body's blocks, in order. */
  blocks: readonly BlockFacts[];
  /** Empty when none was set and none can be made from the headline. */
  slug: string;
  sectionId: string | null;
  authors: readonly ArticleAuthor[];
  /** Whom the piece was taken from; empty for our own reporting. */
  sourceName: string;
  leadMediaId: string | null;
  /** A picture's words in the language; null when it is gone, undefined while that is not known. */
  picture: (mediaId: string) => { alt: string; credit: string } | null | undefined;
}

/** What the rules find in an article, in the order in which one would mend it. One implementation, used on both sides. */
export function findChecks(matter: CheckMatter): CheckFinding[] {
  return [...inHeadline(matter), ...inDetails(matter), ...inLead(matter), ...inBody(matter)];
}

const finding = (
  code: CheckCode,
  place: CheckPlace,
  quote = '',
  blockId: string | null = null,
): CheckFinding => ({ code, place, blockId, quote });

function* inHeadline({ headline, slug, language, ...matter }: CheckMatter): Generator<CheckFinding> {
  const standfirst = lineOf(matter.standfirst);
  if (headline === '') yield finding('headline_missing', 'headline');
  else if (slug === '') yield finding('slug_missing', 'slug');
  const length = [...headline].length;
  if (length > headlineLength.most) yield finding('headline_long', 'headline', String(length));
  if (length > 0 && length < headlineLength.least)
    yield finding('headline_short', 'headline', String(length));
  if (standfirst === '') yield finding('standfirst_missing', 'standfirst');
  for (const [place, text] of [['headline', headline] as const, ['standfirst', standfirst] as const]) {
    const todo = todoIn(text);
    if (todo !== null) yield finding('tk_left', place, quoteOf(todo));
  }
  const unmarked = lineOf(matter.standfirst, ({ type }) => type === 'lang');
  for (const [place, text] of [['headline', headline] as const, ['standfirst', unmarked] as const])
    for (const quote of sentencesInOtherLanguage(text, language))
      yield finding('language_unmarked', place, quoteOf(quote));
}

/** The words of a line, without those under a mark. */
const lineOf = (
  runs: readonly CheckedNode[],
  isLeftOut: (mark: { type: string }) => boolean = () => false,
): string =>
  headlineText(runs.map(({ text, marks }) => (marks?.some(isLeftOut) ? ' ' : (text ?? ' '))).join(''));

function* inDetails({ sectionId, authors, sourceName }: CheckMatter): Generator<CheckFinding> {
  if (sectionId === null) yield finding('section_missing', 'section');
  // what an agency wrote is signed by its source
  if (authors.length === 0 && sourceName === '') yield finding('byline_missing', 'authors');
}

function* inLead({ leadMediaId, picture }: CheckMatter): Generator<CheckFinding> {
  if (leadMediaId === null) {
    yield finding('lead_missing', 'lead');
    return;
  }
  const lead = picture(leadMediaId);
  if (lead === undefined) return;
  if (lead === null) {
    yield finding('lead_gone', 'lead');
    return;
  }
  if (lead.alt.trim() === '') yield finding('lead_undescribed', 'lead');
  if (lead.credit.trim() === '') yield finding('lead_uncredited', 'lead');
}

function* inBody(matter: CheckMatter): Generator<CheckFinding> {
  const { blocks } = matter;
  // what one is about to write in stands empty at the end
  const last = blocks.findLastIndex(({ isEmpty }) => !isEmpty);
  if (last === -1) yield finding('text_missing', 'body');
  let level = 1;
  // one may reach over several blocks
  const suggestions = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const at = (code: CheckCode, quote = '') => finding(code, 'body', quote, block.id);
    if (block.isEmpty && index < last) yield at('block_empty');
    for (const { blockId, quote } of block.todos) yield finding('tk_left', 'body', quote, blockId);
    for (const { id, quote } of block.suggestions)
      if (!suggestions.has(id)) {
        suggestions.add(id);
        yield at('suggestion_open', quote);
      }
    yield* inPictures(block, matter);
    if (block.level !== null && !block.isEmpty) {
      if (block.level > level + 1) yield at('heading_order', block.opening);
      level = block.level;
    }
    for (const quote of block.foreign) yield at('language_unmarked', quote);
  }
}

function* inPictures(block: BlockFacts, { picture }: CheckMatter): Generator<CheckFinding> {
  for (const { blockId, mediaId, alt } of block.pictures) {
    const found = picture(mediaId);
    if (found === undefined) continue;
    if (found === null) yield finding('picture_gone', 'body', '', blockId);
    else if ((alt ?? found.alt).trim() === '') yield finding('picture_undescribed', 'body', '', blockId);
  }
  const size = block.gallerySize;
  if (size !== null && (size < galleryPictures.least || size > galleryPictures.most))
    yield finding('gallery_size', 'body', '', block.id);
}
