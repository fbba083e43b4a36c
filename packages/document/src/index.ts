export * from './render-entry.ts';
export { newBlockId } from './block-id.ts';
export { identifiedBlocks } from './block-ids.ts';
export {
  anchorsIn,
  blockNames,
  blockWords,
  markThread,
  unmarkThread,
  type CommentedField,
} from './comment-anchors.ts';
export { commonEnd, commonStart } from './common-parts.ts';
export { DocumentError } from './document-error.ts';
export { bodyExtensions, headlineExtensions, standfirstExtensions } from './extensions.ts';
export { Caption, Picture, type PictureAttributes } from './picture.ts';
export { hasText, readDocument, readTexts, type ArticleTexts } from './read-document.ts';
export { freshSelection } from './fresh-selection.ts';
export { replaceContent } from './replace-content.ts';
export { rescueHtml, type Referred, type RescuedFile } from './rescue-html.ts';
export { schemaVersion } from './schema-version.ts';
export { schemas } from './schemas.ts';
export { emptyArticle, writeSeed } from './write-seed.ts';
export { openSuggestions, suggestionsIn, type OpenSuggestion } from './open-suggestions.ts';
export { settleSuggestions, type Verdict } from './settle-suggestions.ts';
export { isDirect, suggested } from './suggested.ts';
export { CannotSuggest, type Suggester } from './suggester.ts';
export {
  Deletion,
  Insertion,
  apartFrom,
  plainMarks,
  splitSign,
  suggestionId,
  suggestionMarks,
  suggestionOf,
} from './suggestion-marks.ts';
export { directMeta } from './suggestion-meta.ts';
export { typedApart } from './typed-apart.ts';
export { SuggestionGuard, type GuardedPerson, type Overstep } from './suggestion-guard.ts';
export { ownStruckMeta, withdrawal } from './suggest-removal.ts';
export { carryOut, unseenMoves, type UnseenMove } from './unseen-letters.ts';
export { tidyMarks } from './tidy-marks.ts';
export * from './import-entry.ts';
