/** What whoever searches too many at once is told. */
export const tooManySearches = 'Too many people are searching at once. Try again in a moment.';
