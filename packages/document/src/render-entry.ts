/** What turns stored content into text and HTML, without the editor's libraries. */
export { countWords } from './count-words.ts';
export { escapeHtml } from './escape-html.ts';
export { pictureIds } from './picture-ids.ts';
export { renderHtml, renderStandfirst, type RenderContext } from './render-html.ts';
export { creditLabels, type RenderablePicture } from './render-picture.ts';
export { headlineText, renderText, standfirstText } from './render-text.ts';
