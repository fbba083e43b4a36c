const notable = 5 * 60 * 1000;

/** Whether a reader should be told of the later version: not for slips that were mended within five minutes. */
export const wasUpdated = ({
  publishedAt,
  modifiedAt,
}: {
  publishedAt: string;
  modifiedAt: string;
}): boolean => Date.parse(modifiedAt) - Date.parse(publishedAt) >= notable;
