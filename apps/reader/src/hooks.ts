import type { Transport } from '@sveltejs/kit/hooks';

/** Recognises what SvelteKit is about to write out for a page's script: the answer of a load function. */
const isForHydration = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'uses' in value && 'type' in value && value.type === 'data';

/**
 * No page is hydrated (`csr = false`), yet SvelteKit writes out the data of each and throws it away: a seventh of
 * the work for a page. Here it is told that they are nothing.
 */
export const transport: Transport = {
  nothing: { encode: (value) => isForHydration(value) && [], decode: () => null },
};
