/** Set on transactions that are suggestions, so that nothing that follows of itself touches what others wrote. */
export const suggestedMeta = 'suggested';
/** Set to keep a transaction from becoming a suggestion. */
export const directMeta = 'notSuggested';
