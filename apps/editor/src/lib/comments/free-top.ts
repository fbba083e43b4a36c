/** The height of a sign in the margin, with the space to the next. */
export const signSize = 26;

/**
 * Where a sign stands in the margin: at its own height, or as near to it as none of those lie that stand there already.
 * @param taken tops of the others, in any order
 */
export function freeTop(wanted: number, taken: readonly number[]): number {
  const others = [...taken].sort((a, b) => a - b);
  const past = (way: 1 | -1) => (top: number, other: number) =>
    Math.abs(top - other) < signSize ? other + way * signSize : top;
  const below = others.reduce(past(1), wanted);
  const above = others.reduceRight(past(-1), wanted);
  return above >= 0 && wanted - above < below - wanted ? above : below;
}
