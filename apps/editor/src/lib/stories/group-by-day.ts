/** Neighbours of the same day, in the order they come. `day` names the day of an item. */
export function groupByDay<T>(items: readonly T[], day: (item: T) => string): { day: string; items: T[] }[] {
  const groups: { day: string; items: T[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    const key = day(item);
    if (last?.day === key) last.items.push(item);
    else groups.push({ day: key, items: [item] });
  }
  return groups;
}
