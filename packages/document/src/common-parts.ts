/** How far two texts, or lists of words, are the same from their start. */
export function commonStart(one: ArrayLike<string>, other: ArrayLike<string>): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}

/** How far they are the same from their end; what is within `start` belongs to their start. */
export function commonEnd(one: ArrayLike<string>, other: ArrayLike<string>, start = 0): number {
  const most = Math.min(one.length, other.length) - start;
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length += 1;
  return length;
}
