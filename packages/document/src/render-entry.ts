/** What turns stored content into text and HTML, without the editor's libraries. */
export { countWords } from './count-words.ts';
export { escapeHtml } from './escape-html.ts';
export { correctionsOf, outlineOf, relatedStoryIds } from './outline.ts';
export { pictureIds, picturesIn, recordingIds } from './picture-ids.ts';
export { withPlainEmbeds } from './plain-embeds.ts';
export { fillRelatedStories, withRelatedStories } from './related-stories.ts';
export { readingOrder } from './reading-order.ts';
export type { RelatedLink, RenderContext } from './render-context.ts';
export { renderHtml, renderStandfirst } from './render-html.ts';
export { escapeMarkdown } from './render-markdown-inline.ts';
export { renderMarkdown } from './render-markdown.ts';
export { renderStop, type RenderablePicture } from './render-picture.ts';
export { headlineText, renderText, standfirstText } from './render-text.ts';
export { creditLabels, dayInWords, renderWords } from './render-words.ts';
export { blockFacts, type BlockFacts, type CheckedNode } from './checks/block-facts.ts';
export { findChecks, type CheckMatter } from './checks/find-checks.ts';
export { languageOfWords } from './checks/other-language.ts';
