/** The longest part of a list, in its order, whose values strictly rise (patience sorting, n log n). */
export function longestRise<T>(list: readonly T[], valueOf: (item: T) => number): T[] {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  list.forEach((item, index) => {
    const value = valueOf(item);
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueOf(list[ends[middle] as number] as T) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = index;
  });
  const rise: T[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) rise.push(list[at] as T);
  return rise.reverse();
}
