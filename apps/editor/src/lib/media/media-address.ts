/** The page of a file in the library. */
export const mediaAddress = (id: string): string => `/media?picture=${id}`;
