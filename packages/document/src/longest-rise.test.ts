import { expect, it } from 'vitest';
import { longestRise } from './longest-rise.ts';

it.each([
  [[], []],
  [
    [1, 2, 3],
    [1, 2, 3],
  ],
  [
    [3, 1, 2],
    [1, 2],
  ],
  [
    [5, 1, 6, 2, 7, 3],
    [1, 2, 3],
  ],
])('the longest rise of %j is %j', (list: number[], rise: number[]) => {
  expect(longestRise(list, (value) => value)).toEqual(rise);
});
