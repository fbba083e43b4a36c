/** What tells two versions of an article apart, without the editor's libraries. */
export { compareContent, countChanges, type ComparedDetail, type ComparedLine } from './compare-content.ts';
export type { DetailName, LineKind, TextLine } from './compare-lines.ts';
export { compareWords, type ComparedPart } from './compare-words.ts';
