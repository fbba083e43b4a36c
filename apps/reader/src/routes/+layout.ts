/** No page needs SvelteKit's script: what moves is an island of its own. */
export const csr = false;
export const trailingSlash = 'never';
