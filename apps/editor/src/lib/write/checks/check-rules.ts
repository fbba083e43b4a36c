/** The rules and what they gather from a block: fetched once the page rests, for no page waits for them. */
export { blockFacts, findChecks } from '@broadsheet/document/render';
