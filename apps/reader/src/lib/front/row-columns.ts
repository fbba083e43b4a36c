/** Classes of equal columns that fill a row of twelve: two, three or four stories share it; more wrap by four. */
export function rowColumns(count: number): string {
  if (count <= 2) return count === 1 ? 'c6 t12' : 'c6 t6';
  return count === 3 ? 'c4' : 'c3 t6';
}
