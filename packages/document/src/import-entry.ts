/** Reading HTML without the editor's extensions: for threads that begin anew for each file. */
export { TooMuchToImport } from './document-error.ts';
export { importHtml, type ImportedHtml, type ImportOptions } from './import-html.ts';
export { lostByKind, missedByKind } from './import-lost.ts';
export type { ImportedPicture } from './import-pictures.ts';
export { creditLabels } from './render-words.ts';
